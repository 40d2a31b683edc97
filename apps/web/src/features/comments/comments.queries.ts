/** Comments from the API: the threads of a record, who may be mentioned there, and what changes them. */
import type { CommentTarget } from '@rapport/domain/features/comments/comments.fields.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { call, type ArgsOf, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type Comment = ReplyOf<'GET /comments/:id'>
type Page = ReplyOf<'GET /comments'>
export type Target = { type: CommentTarget; id: string }

const PAGE = '30'

/** Threads together, the newest first; each from its beginning on. */
export const commentsOn = ({ type, id }: Target) =>
  infiniteQueryOptions({
    queryKey: ['comments', type, id],
    queryFn: ({ pageParam, signal }): Promise<Page> => {
      const filter: Filter = {
        and: [
          { field: 'targetType', op: 'eq', value: type },
          { field: 'targetId', op: 'eq', value: id },
        ],
      }
      const query = { filter: JSON.stringify(filter), sort: '-threadId,createdAt', limit: PAGE, cursor: pageParam }
      return call('GET /comments', { query, signal } as unknown as ArgsOf<'GET /comments'>)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

const OFFERED = 10

const readerRoutes = {
  customer: 'GET /customers/:id/readers',
  contact: 'GET /contacts/:id/readers',
  opportunity: 'GET /opportunities/:id/readers',
} as const
/** `blind`: does not see the record yet. */
export type Reader = ReplyOf<'GET /customers/:id/readers'>['items'][number] & { blind?: true }

/** People who see the record, then others of the name; `typed` null asks for nobody. */
export const readersOf = ({ type, id }: Target, typed: string | null) =>
  queryOptions({
    queryKey: ['users', 'readers', type, id, typed],
    queryFn: async ({ signal }): Promise<Reader[]> => {
      const query = typed ? { search: typed } : {}
      const args = { params: { id }, query, signal } as ArgsOf<'GET /customers/:id/readers'>
      const { items, others } = await call(readerRoutes[type] as 'GET /customers/:id/readers', args)
      return [...items, ...others.map((other) => ({ ...other, blind: true as const }))].slice(0, OFFERED)
    },
    enabled: typed !== null,
    placeholderData: keepPreviousData,
  })

// Posting may have shared the record as well.
const told = ['comments', 'events', 'customers', 'opportunities', 'users']

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(told.map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  })
}

export const useAddComment = () => useChange((body: BodyOf<'POST /comments'>) => call('POST /comments', { body }))

type Ref = Pick<Comment, 'id' | 'version'>
const at = ({ id, version }: Ref) => ({ params: { id }, version })

export const useEditComment = () =>
  useChange(({ comment, ...body }: { comment: Ref; body: string; share?: true }) =>
    call('PATCH /comments/:id', { ...at(comment), body }),
  )
export const useDeleteComment = () => useChange((comment: Ref) => call('DELETE /comments/:id', at(comment)))
