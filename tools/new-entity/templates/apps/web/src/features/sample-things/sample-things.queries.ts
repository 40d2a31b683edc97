/** Sample things from the API: the list, and what changes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type SampleThing = ReplyOf<'GET /sample-things/:id'>

export const sampleThingsList = (state: ListState) => listOptions('GET /sample-things', state)

export const sampleThingQuery = (id: string) =>
  queryOptions({
    queryKey: ['sample-things', 'one', id],
    queryFn: ({ signal }) => call('GET /sample-things/:id', { params: { id }, signal }),
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['sample-things'] }) })
}

export const useCreateSampleThing = () =>
  useChange((body: BodyOf<'POST /sample-things'>) => call('POST /sample-things', { body }))

type Ref = Pick<SampleThing, 'id' | 'version'>
type Change = { sampleThing: Ref; body: BodyOf<'PATCH /sample-things/:id'> }
export const useUpdateSampleThing = () =>
  useChange(({ sampleThing, body }: Change) =>
    call('PATCH /sample-things/:id', { params: { id: sampleThing.id }, body, version: sampleThing.version }),
  )

/** Retires a sample thing or offers it again; records keep it either way. */
export const useArchiveSampleThing = () =>
  useChange(({ sampleThing, archive }: { sampleThing: Ref; archive: boolean }) => {
    const args = { params: { id: sampleThing.id }, body: { version: sampleThing.version } }
    return archive ? call('POST /sample-things/:id/archive', args) : call('POST /sample-things/:id/unarchive', args)
  })
