/** What one has to do today, late ones first, for the palette before anything is typed. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { openStatuses } from '@rapport/domain/next-action.ts'
import { queryOptions } from '@tanstack/react-query'
import { call, type ReplyOf } from '../../lib/call.ts'

const SHOWN = '3'

const filter: Filter = {
  and: [
    { field: 'ownerId', op: 'in', value: [{ me: true }] },
    { field: 'status', op: 'in', value: [...openStatuses] },
    { field: 'plannedStart', op: 'before', value: { period: 'day', offset: 1 } },
  ],
}

export type DueTask = ReplyOf<'GET /activities'>['items'][number]

export const dueTasksQuery = queryOptions({
  queryKey: ['activities', 'due'],
  queryFn: ({ signal }) =>
    call('GET /activities', {
      query: { filter: JSON.stringify(filter), sort: 'plannedStart', limit: SHOWN, total: 'none' },
      signal,
    }),
})
