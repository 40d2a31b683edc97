/** Competitors from the API: the list, and what changes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type Competitor = ReplyOf<'GET /competitors/:id'>

export const competitorsList = (state: ListState) => listOptions('GET /competitors', state)

export const competitorQuery = (id: string) =>
  queryOptions({
    queryKey: ['competitors', 'one', id],
    queryFn: ({ signal }) => call('GET /competitors/:id', { params: { id }, signal }),
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['competitors'] }) })
}

export const useCreateCompetitor = () =>
  useChange((body: BodyOf<'POST /competitors'>) => call('POST /competitors', { body }))

type Ref = Pick<Competitor, 'id' | 'version'>
type Change = { competitor: Ref; body: BodyOf<'PATCH /competitors/:id'> }
export const useUpdateCompetitor = () =>
  useChange(({ competitor, body }: Change) =>
    call('PATCH /competitors/:id', { params: { id: competitor.id }, body, version: competitor.version }),
  )

/** Retires a competitor or offers it again; deals keep it either way. */
export const useArchiveCompetitor = () =>
  useChange(({ competitor, archive }: { competitor: Ref; archive: boolean }) => {
    const args = { params: { id: competitor.id }, body: { version: competitor.version } }
    return archive ? call('POST /competitors/:id/archive', args) : call('POST /competitors/:id/unarchive', args)
  })
