/** What happened to a record, from the API. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call, type ArgsOf, type ReplyOf } from '../../lib/call.ts'

export type Event = ReplyOf<'GET /customers/:id/events'>['items'][number]
type Page = ReplyOf<'GET /customers/:id/events'>

const routes = {
  customers: 'GET /customers/:id/events',
  contacts: 'GET /contacts/:id/events',
  opportunities: 'GET /opportunities/:id/events',
} as const
export type Subject = { noun: keyof typeof routes; id: string }

// Activities stand on a timeline as themselves, with their words.
const others: Filter = { field: 'entity', op: 'ne', value: 'activities' }

/** Newest first, without what befell activities. */
export const eventsOf = ({ noun, id }: Subject) =>
  infiniteQueryOptions({
    queryKey: ['events', noun, id],
    queryFn: ({ pageParam, signal }): Promise<Page> => {
      const query = {
        filter: JSON.stringify(others),
        limit: '50',
        total: 'none',
        ...(pageParam && { cursor: pageParam }),
      }
      const args = { params: { id }, query, signal } as unknown as ArgsOf<'GET /customers/:id/events'>
      return call(routes[noun] as 'GET /customers/:id/events', args)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
