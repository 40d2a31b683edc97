/** Saved views from the API: those of one noun that the reader has, and what changes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type ArgsOf, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type SavedView = ReplyOf<'GET /saved-views/:id'>
export type SavedViewDraft = BodyOf<'POST /saved-views'>
export type SavedViewChange = Omit<BodyOf<'PATCH /saved-views/:id'>, 'version'>
export type ViewEntity = SavedView['entity']

/** All of them at once: they are the tabs above a list. */
export const viewsQuery = (entity: ViewEntity) =>
  queryOptions({
    queryKey: ['saved-views', 'of', entity],
    queryFn: ({ signal }) => {
      const filter = {
        and: [
          { field: 'entity', op: 'eq', value: entity },
          { field: 'archivedAt', op: 'empty' },
        ],
      }
      const query = { filter: JSON.stringify(filter), sort: 'createdAt', limit: '200', total: 'none' }
      return call('GET /saved-views', { query, signal } as ArgsOf<'GET /saved-views'>)
    },
    staleTime: 60_000,
  })

/**
 * How many records each of the views holds. Its key begins with the noun, so that it is asked for again with the list; it
 * names the views as they are now, so that a changed one is counted anew.
 */
export const viewCountsQuery = (entity: ViewEntity, views: readonly SavedView[]) =>
  queryOptions({
    queryKey: [entity, 'of views', views.map(({ id, version }) => `${id} ${version}`)],
    queryFn: ({ signal }) => call('GET /saved-views/counts', { query: { entity }, signal }),
    staleTime: 60_000,
  })

export const viewQuery = (id: string) =>
  queryOptions({
    queryKey: ['saved-views', 'one', id],
    queryFn: ({ signal }) => call('GET /saved-views/:id', { params: { id }, signal }),
  })

function useChange<V>(change: (input: V) => Promise<SavedView>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    // The address names a view as soon as it is kept; the tabs must know it by then.
    onSuccess: () => client.invalidateQueries({ queryKey: ['saved-views'] }),
    onError: () => client.invalidateQueries({ queryKey: ['saved-views'] }),
  })
}

type Ref = Pick<SavedView, 'id' | 'version'>

export const useCreateView = () => useChange((body: SavedViewDraft) => call('POST /saved-views', { body }))

export const useUpdateView = () =>
  useChange(({ view: { id, version }, body }: { view: Ref; body: SavedViewChange }) =>
    call('PATCH /saved-views/:id', { params: { id }, body, version }),
  )

/** Takes a view away, or brings it back. */
export const useArchiveView = () =>
  useChange(({ view: { id, version }, archive }: { view: Ref; archive: boolean }) => {
    const args = { params: { id }, body: { version } }
    return archive ? call('POST /saved-views/:id/archive', args) : call('POST /saved-views/:id/unarchive', args)
  })
