/** Sources from the API: the list, and what changes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type Source = ReplyOf<'GET /sources/:id'>

export const sourcesList = (state: ListState) => listOptions('GET /sources', state)

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['sources', 'one', id],
    queryFn: ({ signal }) => call('GET /sources/:id', { params: { id }, signal }),
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['sources'] }) })
}

export const useCreateSource = () => useChange((body: BodyOf<'POST /sources'>) => call('POST /sources', { body }))

type Ref = Pick<Source, 'id' | 'version'>
type Change = { source: Ref; body: BodyOf<'PATCH /sources/:id'> }
export const useUpdateSource = () =>
  useChange(({ source, body }: Change) =>
    call('PATCH /sources/:id', { params: { id: source.id }, body, version: source.version }),
  )

/** Retires a source or offers it again; records keep it either way. */
export const useArchiveSource = () =>
  useChange(({ source, archive }: { source: Ref; archive: boolean }) => {
    const args = { params: { id: source.id }, body: { version: source.version } }
    return archive ? call('POST /sources/:id/archive', args) : call('POST /sources/:id/unarchive', args)
  })
