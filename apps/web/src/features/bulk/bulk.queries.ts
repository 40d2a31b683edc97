/** Changes of many records: which ones, what the change would do, and the job that does it. */
import type { BulkAction, BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { both, type Filter } from '@rapport/domain/filter/filter.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import type { ListState } from '../../lib/list-state.ts'
import type { ListSelection } from '../../ui/record-grid/use-selection.ts'
import { noticeBegun } from '../jobs/jobs.queries.ts'

export type BulkPreview = ReplyOf<'POST /customers/bulk/preview'>
type Body = BodyOf<'POST /customers/bulk'>
export type BulkChange = Pick<Body, 'changes' | 'reason'> & { action: BulkAction }

/** The ids that are selected, or the filter of the list where everything is, narrowed where it is whole groups. */
export const chosenBy = (
  { everything, parts, list }: Pick<ListSelection, 'everything' | 'parts' | 'list'>,
  { filter, search }: Pick<ListState, 'filter' | 'search'>,
) => {
  if (!everything && parts.length === 0) return { ids: list }
  const any: Filter | undefined = everything ? undefined : { or: parts.map(({ condition }) => condition) }
  return { filter: both(filter, any) ?? null, ...(search.trim() && { search: search.trim() }) }
}
export type Chosen = ReturnType<typeof chosenBy>

type Sent = { entity: BulkEntity; chosen: Chosen; change: BulkChange }
const bodyOf = ({ chosen, change }: Sent) => ({ ...chosen, ...change }) as Body

export const usePreview = () =>
  useMutation({
    // All nouns take and answer the same.
    mutationFn: (sent: Sent) =>
      call(`POST /${sent.entity}/bulk/preview` as 'POST /customers/bulk/preview', { body: bodyOf(sent) }),
  })

export function useBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sent: Sent) => call(`POST /${sent.entity}/bulk` as 'POST /customers/bulk', { body: bodyOf(sent) }),
    onSuccess: ({ id }) => {
      noticeBegun(id)
      return client.invalidateQueries({ queryKey: ['jobs'] })
    },
  })
}
