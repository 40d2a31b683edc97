/** Products in batches: rows and events in one statement each. */
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import type { ProductDraft } from '@rapport/domain/features/products/products.ts'
import type { Tx } from '../../ctx.ts'
import { recordMany } from '../../events/record-many.ts'
import { defaultedIn, insertRows, newIds } from '../../records/insert-rows.ts'
import { productRow } from './products.commands.ts'

/** Drafts that were checked before. Returns the ids in their order. */
export const importProducts = async (tx: Tx, drafts: readonly ProductDraft[]): Promise<string[]> => {
  const ids = newIds(drafts.length)
  const rows = drafts.map((draft, at) => ({ id: ids[at], ...productRow(tx, draft) }))
  await insertRows(tx, 'products', rows, defaultedIn(productFields))
  await recordMany(
    tx,
    drafts.map(({ label }, at) => ({ type: 'product.imported', subject: ids[at] ?? '', title: label.zh, version: 1 })),
  )
  return ids
}
