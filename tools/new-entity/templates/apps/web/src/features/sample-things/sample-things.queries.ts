/** Sample things from the API: the list, and what changes them. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type SampleThing = ReplyOf<'GET /sample-things/:id'>

export const sampleThingsList = (state: ListState) => listOptions('GET /sample-things', state)

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['sample-things'] }) })
}

export const useCreateSampleThing = () =>
  useChange((body: BodyOf<'POST /sample-things'>) => call('POST /sample-things', { body }))

type Change = { sampleThing: SampleThing; body: BodyOf<'PATCH /sample-things/:id'> }
export const useUpdateSampleThing = () =>
  useChange(({ sampleThing, body }: Change) =>
    call('PATCH /sample-things/:id', { params: { id: sampleThing.id }, body, version: sampleThing.version }),
  )

/** Retires a sample thing or offers it again; records keep it either way. */
export const useArchiveSampleThing = () =>
  useChange(({ sampleThing, archive }: { sampleThing: SampleThing; archive: boolean }) => {
    const args = { params: { id: sampleThing.id }, body: { version: sampleThing.version } }
    return archive ? call('POST /sample-things/:id/archive', args) : call('POST /sample-things/:id/unarchive', args)
  })
