/** Many products at once. */
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import { sql } from '../../../records/record-set.ts'
import { deleteProduct } from '../../products/products.commands.ts'
import { productRecords } from '../../products/products.records.ts'
import type { BulkNoun } from '../bulk-noun.ts'

export const products: BulkNoun = {
  entity: 'products',
  records: productRecords,
  fields: productFields,
  updated: 'product.updated',
  stored: { title: sql`(product.label->>'zh')`, customerId: sql`null::uuid` },
  demandReferences: async () => undefined,
  remove: deleteProduct,
}
