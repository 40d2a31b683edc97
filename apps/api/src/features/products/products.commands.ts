/** Writing products: load → demand → decide → write → record. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import { productFields } from '@rapport/domain/features/products/products.fields.ts'
import type { Product, ProductDraft, ProductPatch } from '@rapport/domain/features/products/products.ts'
import { searchTextOf } from '@rapport/domain/search-text.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { recordMany } from '../../events/record-many.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { moveToTrash, sameVersionIfSent, type Leaving } from '../../records/trash.ts'
import { sql } from '../../records/record-set.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { soundOf } from '../../values/sound.ts'
import { productRecords } from './products.records.ts'

/** Errors: 409 `record.duplicate` for a code that a product outside the trash has. */
export const createProduct = (ctx: Ctx | Tx, draft: ProductDraft): Promise<Product> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'products', productFields, draft)
    await demandFreeCode(tx, draft.code)
    const { id } = await tx.db.product.create({ data: productRow(tx, draft), select: { id: true } })
    await record(tx, { type: 'product.created', subject: id, title: draft.label.zh, version: 1 })
    return readRecord<Product>(tx, productRecords, id)
  })

/** The row of a new product; nothing is checked here. */
export const productRow = (tx: Pick<Tx, 'now' | 'actor'>, draft: ProductDraft) => {
  // The columns come from the list of fields, so that only what the draft's schema knows is among them.
  const columns = columnsOf(productFields, draft) as Pick<ProductDraft, 'code' | 'label'>
  const by = tx.actor.userId
  const stamps = { createdAt: tx.now, createdById: by, updatedAt: tx.now, updatedById: by }
  return { ...columns, ...searchOf(columns), ...stamps } satisfies Prisma.ProductUncheckedCreateInput
}

/** What a product is found by. */
export const searchOf = ({ code, label }: { code: string; label: Label }) => ({
  searchText: searchTextOf([code, label.zh, label.en], soundOf(label.zh)),
})

// The unique index decides a race; this names the field.
const demandFreeCode = async (tx: Tx, code: string, own?: string): Promise<void> => {
  const known = await tx.db.product.findFirst({ where: { code, deletedAt: null }, select: { id: true } })
  if (known && known.id !== own)
    refuse('record.duplicate', { field: 'code' }, [{ path: 'code', code: 'record.duplicate' }])
}

export const updateProduct = (ctx: Ctx | Tx, id: string, patch: ProductPatch): Promise<Product> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Product>(tx, productRecords, id)
    demand(before.can.edit)
    demandWritable(tx, 'products', productFields, patch)
    sameVersion(tx, before, patch, readableName(tx, 'products'))
    if (patch.code !== undefined) await demandFreeCode(tx, patch.code, id)
    const stored = await tx.db.product.findUniqueOrThrow({ where: { id }, select: { code: true, label: true } })
    const named = { code: patch.code ?? stored.code, label: patch.label ?? (stored.label as Label) }
    const columns = columnsOf(productFields, patch)
    await tx.db.product.update({ where: { id }, data: { ...columns, ...searchOf(named), ...stamp(tx) } })
    const after = await readRecord<Product>(tx, productRecords, id)
    const changes = changesOf(patch, before, after, productFields)
    const about = { subject: id, title: named.label.zh, version: after.version }
    await record(tx, { type: 'product.updated', ...about, changes })
    return after
  })

/** Errors: 409 `record.inUse` while a line of an opportunity names it; such a product can be made inactive. */
export const deleteProduct = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const product = await openRecord<Product>(tx, productRecords, id)
    demand(product.can.delete)
    sameVersionIfSent(tx, product)
    const count = (await removeProducts(tx, [product])).get(id)
    if (count) refuse('record.inUse', { count })
  })

/** Many into the trash. Returns those that stay because lines name them, with how many do. */
export const removeProducts = async (tx: Tx, products: readonly Leaving[]): Promise<Map<string, number>> => {
  const ids = products.map(({ id }) => id)
  const used = await tx.db.opportunityLine.groupBy({
    by: ['productId'],
    where: { productId: { in: ids }, opportunity: { deletedAt: null } },
    _count: true,
  })
  const staying = new Map(used.map(({ productId, _count }) => [productId as string, _count]))
  const going = products.filter(({ id }) => !staying.has(id))
  if (going.length === 0) return staying
  await moveToTrash(tx, 'products', sql`row.id = any(${going.map(({ id }) => id)}::uuid[])`)
  const stored = await tx.db.product.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } })
  const titles = new Map(stored.map(({ id, label }) => [id, (label as Label).zh]))
  await recordMany(
    tx,
    going.map(({ id, version }) => {
      const title = titles.get(id) ?? ''
      return { type: 'product.deleted', subject: id, title, version: version + 1 }
    }),
  )
  return staying
}
