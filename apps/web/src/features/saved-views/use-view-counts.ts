/** How many records stand behind each tab, asked for when the list itself is there: no list waits for it. */
import { useQuery } from '@tanstack/react-query'
import { viewCountsQuery } from './saved-views.queries.ts'
import type { Views } from './use-views.ts'

export type ViewTotal = { value: number; exact: boolean } | undefined

/** The total of a view, or of the noun altogether; undefined as long as it is not known. */
export function useViewCounts(of: Views, isListThere: boolean): (id?: string) => ViewTotal {
  const { data } = useQuery({ ...viewCountsQuery(of.entity, of.views), enabled: isListThere && of.views.length > 0 })
  return (id) => (isListThere ? data?.counts.find(({ viewId }) => viewId === (id ?? null))?.total : undefined)
}
