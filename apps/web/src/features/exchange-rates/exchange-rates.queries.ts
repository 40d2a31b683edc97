/** Exchange rates from the API. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { listOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type ExchangeRate = ReplyOf<'GET /exchange-rates/:id'>

export const exchangeRatesList = (state: ListState) => listOptions('GET /exchange-rates', state)

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['exchange-rates'] })
  return useMutation({ mutationFn: change, onSuccess: refresh })
}

export const useCreateRate = () =>
  useChange((body: BodyOf<'POST /exchange-rates'>) => call('POST /exchange-rates', { body }))

export const useDeleteRate = () =>
  useChange((rate: ExchangeRate) => call('DELETE /exchange-rates/:id', { params: { id: rate.id } }))
