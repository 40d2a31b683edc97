/** Stands for rows of a group that have not come yet: asks for them as soon as it is drawn, and says when they cannot be had. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../lib/use-problem-text.ts'
import type { ListQuery } from '../list-query.ts'
import type { LinePlace } from '../record-grid/lines.ts'
import { BetweenRow } from './between-row.tsx'
import { WholeLine } from './whole-line.tsx'

type Props<R> = { query: ListQuery<R> | undefined; place: LinePlace | undefined }

/** Asks again for what failed. */
export const askAgain = <R,>(query: ListQuery<R> | undefined): void => {
  if (query?.isFetchNextPageError) void query.fetchNextPage()
  else if (query?.isError) void query.refetch()
}

export function RowsToCome<R>({ query, place }: Props<R>) {
  const { t } = useTranslation()
  const textOf = useProblemText()
  const isWanted = query?.hasNextPage === true && !query.isFetching && !query.isError
  const more = query?.fetchNextPage
  useEffect(() => {
    if (isWanted) void more?.({ cancelRefetch: false })
  }, [isWanted, more])
  const words = query?.isError ? `${textOf(query.error)} ${t(($) => $.action.retry)}` : t(($) => $.shell.loading)
  return (
    <BetweenRow
      place={place}
      press={() => askAgain(query)}
      cells={place && <WholeLine of={place}>{words}</WholeLine>}
      card={words}
    />
  )
}
