/** Customers from the API: list, record, totals, and what changes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'
import { totalsOptions } from '../../lib/list-options.ts'
import type { ListState } from '../../lib/list-state.ts'

export type Customer = ReplyOf<'GET /customers/:id'>
export type OwnershipPeriod = ReplyOf<'GET /customers/:id/ownership-periods'>['items'][number]
export type CustomerDraft = BodyOf<'POST /customers'>
export type CustomerChange = BodyOf<'PATCH /customers/:id'>

/** What the list comes to, all by one question. */
export const customersTotals = (state: ListState, measures: string[]) =>
  totalsOptions('GET /customers/aggregate', state, measures)

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => call('GET /customers/:id', { params: { id }, signal }),
  })

/** Its latest owners; asked for again with everything of customers when one of them changes. */
export const ownersQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'owners', id],
    queryFn: ({ signal }) =>
      call('GET /customers/:id/ownership-periods', { params: { id }, query: { limit: '20' }, signal }),
  })

export function useCreateCustomer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CustomerDraft) => call('POST /customers', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }),
  })
}

export function useUpdateCustomer(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: { body: CustomerChange; version: number }) =>
      call('PATCH /customers/:id', { params: { id }, ...change }),
    onSuccess: (customer) => {
      client.setQueryData(customerQuery(id).queryKey, customer)
      return client.invalidateQueries({ queryKey: ['customers', 'list'] })
    },
  })
}

/** What the page of it has asked for is asked for again by `forget`, once that page is left: there is nothing any more. */
export function useDeleteCustomer() {
  const client = useQueryClient()
  const forget = () => client.invalidateQueries({ queryKey: ['customers'] })
  const remove = useMutation({
    mutationFn: ({ id, version }: Customer) => call('DELETE /customers/:id', { params: { id }, version }),
  })
  return { remove, forget }
}
