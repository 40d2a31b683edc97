/** The timeline of a record from the API: what was done and what happened, in one order. */
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call, type ArgsOf, type ReplyOf } from '../../lib/call.ts'

type Page = ReplyOf<'GET /customers/:id/timeline'>
export type Entry = Page['items'][number]

const routes = {
  customers: 'GET /customers/:id/timeline',
  contacts: 'GET /contacts/:id/timeline',
  opportunities: 'GET /opportunities/:id/timeline',
} as const
export type Subject = { noun: keyof typeof routes; id: string }

/**
 * Newest first; `kinds` with commas between, '' for all; `by` one person, '' for everybody; `pinned` 'true' for what is
 * pinned, 'false' for all else, '' for both. Asked again with whatever happens.
 */
export const timelineOf = ({ noun, id }: Subject, kinds: string, by = '', pinned = '') =>
  infiniteQueryOptions({
    queryKey: ['events', 'timeline', noun, id, kinds, by, pinned],
    queryFn: ({ pageParam, signal }): Promise<Page> => {
      const narrowed = { ...(kinds && { kinds }), ...(by && { by }), ...(pinned && { pinned }) }
      const query = { ...narrowed, ...(pageParam && { cursor: pageParam }) }
      const args = { params: { id }, query, signal } as ArgsOf<'GET /customers/:id/timeline'>
      return call(routes[noun] as 'GET /customers/:id/timeline', args)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
