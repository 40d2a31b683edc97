/** The sample company from the API. Loading or removing it touches every room, so everything is asked for anew. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export type Language = 'zh' | 'en'

export const sampleQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => call('GET /demo', { signal }),
})

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries() })
}

export const useLoadSample = () => useChange((language: Language) => call('POST /demo/load', { body: { language } }))

export const useRemoveSample = () => useChange(() => call('POST /demo/remove', { body: {} }))
