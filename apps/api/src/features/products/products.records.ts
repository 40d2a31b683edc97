/** Products in SQL. Whoever may read products sees all of them: they are the company's. */
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import { productPolicy } from '@rapport/domain/features/products/products.policy.ts'
import { recordSet, sql } from '../../records/record-set.ts'
import { labelText, searchedColumn } from '../../records/searched.ts'

export const productRecords = recordSet({
  noun: 'products',
  alias: 'product',
  fields: productFields,
  from: sql`products product`,
  visibleTo: () => sql`product."deletedAt" is null`,
  reach: () => sql`true`,
  restorable: () => sql`true`,
  title: sql`product.label->>'zh'`,
  labels: {},
  search: searchedColumn(sql`product."searchText"`, {
    code: sql`product.code`,
    label: labelText(sql`product.label`),
  }),
  can: (actor) => ({ edit: productPolicy.edit(actor), delete: productPolicy.delete(actor) }),
  defaultSort: ['code'],
})
