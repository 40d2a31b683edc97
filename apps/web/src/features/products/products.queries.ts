/** Products from the API: the list, a record, and what changes them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type Product = ReplyOf<'GET /products/:id'>

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => call('GET /products/:id', { params: { id }, signal }),
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['products'] }) })
}

export const useCreateProduct = () => useChange((body: BodyOf<'POST /products'>) => call('POST /products', { body }))

type Ref = Pick<Product, 'id' | 'version'>
type Change = { product: Ref; body: BodyOf<'PATCH /products/:id'> }
export const useUpdateProduct = () =>
  useChange(({ product: { id, version }, body }: Change) =>
    call('PATCH /products/:id', { params: { id }, body, version }),
  )

export const useDeleteProduct = () =>
  useChange(({ id, version }: Ref) => call('DELETE /products/:id', { params: { id }, version }))
