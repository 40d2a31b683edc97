/** How the fields of a product are changed where they stand. */
import { productFields as fields } from '@rapport/domain/features/products/products.fields.ts'
import { useFieldEdits } from '../../app/field-edits.tsx'
import type { BodyOf } from '../../lib/call.ts'
import { productQuery, useUpdateProduct, type Product } from './products.queries.ts'

export function useProductEdits(product: Product) {
  const update = useUpdateProduct()
  return useFieldEdits({
    noun: 'products',
    fields,
    record: product,
    query: productQuery(product.id),
    save: (change, version) =>
      update.mutateAsync({ product: { id: product.id, version }, body: change as BodyOf<'PATCH /products/:id'> }),
  })
}
