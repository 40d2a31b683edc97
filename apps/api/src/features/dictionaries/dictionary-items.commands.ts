/** Writing the items of dictionaries. */
import { dictionaryItemFields } from '@rapport/domain/features/dictionaries/dictionaries.fields.ts'
import { dictionaryPolicy } from '@rapport/domain/features/dictionaries/dictionaries.policy.ts'
import type {
  DictionaryItem,
  DictionaryItemDraft,
  DictionaryItemPatch,
} from '@rapport/domain/features/dictionaries/dictionaries.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible, readRecord } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { dictionaryItemRecords } from './dictionaries.records.ts'

/** The item comes last in its dictionary. Errors: 409 `record.duplicate` for a code the dictionary has already. */
export const createDictionaryItem = (ctx: Ctx, draft: DictionaryItemDraft): Promise<DictionaryItem> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'dictionaries', dictionaryItemFields, draft)
    const { dictionaryId, code, label, inverseLabel = null, color = null, parentId = null } = draft
    const order = await nextOrder(tx, dictionaryId)
    const known = await tx.db.dictionaryItem.findUnique({ where: { dictionaryId_code: { dictionaryId, code } } })
    if (known) refuse('record.duplicate', { field: 'code' }, [{ path: 'code', code: 'record.duplicate' }])
    await demandParent(tx, dictionaryId, parentId)
    const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId }
    const { id } = await tx.db.dictionaryItem.create({
      data: { dictionaryId, code, label, inverseLabel: inverseLabel ?? Prisma.DbNull, color, parentId, order, ...by },
      select: { id: true },
    })
    await record(tx, { type: 'dictionaryItem.created', subject: id, title: label.zh, version: 1 })
    return read(tx, id)
  })

// Locks the dictionary, so that two new items do not take the same place.
const nextOrder = async (tx: Tx, dictionaryId: string): Promise<number> => {
  const rows = await tx.db.$queryRaw<unknown[]>`select 1 from dictionaries where id = ${dictionaryId}::uuid for update`
  if (rows.length === 0) invalid('dictionaryId')
  const { _max } = await tx.db.dictionaryItem.aggregate({ where: { dictionaryId }, _max: { order: true } })
  return (_max.order ?? -1) + 1
}

export const updateDictionaryItem = (ctx: Ctx, id: string, patch: DictionaryItemPatch): Promise<DictionaryItem> =>
  transact(ctx, async (tx) => {
    const item = await findItem(tx, id)
    demand(dictionaryPolicy.edit(tx.actor))
    demandWritable(tx, 'dictionaries', dictionaryItemFields, patch)
    sameVersion(tx, item, patch, readableName(tx, 'dictionaries'))
    const { label = item.label as Label, color = item.color, parentId = item.parentId } = patch
    if (parentId !== item.parentId) await demandParent(tx, item.dictionaryId, parentId, id)
    const { inverseLabel = item.inverseLabel } = patch
    const changed = { label, inverseLabel, color, parentId }
    const data = { ...changed, inverseLabel: inverseLabel ?? Prisma.DbNull, ...stamp(tx) }
    await tx.db.dictionaryItem.update({ where: { id }, data })
    await record(tx, {
      type: 'dictionaryItem.updated',
      subject: id,
      title: label.zh,
      version: item.version + 1,
      changes: changesBetween(item, changed),
    })
    return read(tx, id)
  })

/** Retires an item, or offers it again; records that have it keep it. */
export const archiveDictionaryItem = (
  ctx: Ctx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<DictionaryItem> =>
  transact(ctx, async (tx) => {
    const item = await findItem(tx, id)
    demand(dictionaryPolicy.edit(tx.actor))
    sameVersion(tx, item, sent)
    if ((item.archivedAt !== null) === archived) return read(tx, id)
    await tx.db.dictionaryItem.update({ where: { id }, data: { archivedAt: archived ? tx.now : null, ...stamp(tx) } })
    const type = archived ? 'dictionaryItem.archived' : 'dictionaryItem.unarchived'
    await record(tx, { type, subject: id, title: (item.label as Label).zh, version: item.version + 1 })
    return read(tx, id)
  })

// Two levels are enough for a list people choose from, and they rule out circles.
const demandParent = async (tx: Tx, dictionaryId: string, parentId: string | null, id?: string): Promise<void> => {
  if (parentId === null) return
  const parent = await tx.db.dictionaryItem.findUnique({ where: { id: parentId } })
  const fits = parent?.dictionaryId === dictionaryId && parent.parentId === null && parent.archivedAt === null
  const hasChildren = id && (await tx.db.dictionaryItem.findFirst({ where: { parentId: id }, select: { id: true } }))
  if (!fits || parentId === id || hasChildren) invalid('parentId')
}

const invalid = (field: string) => refuse('reference.invalid', { field }, [{ path: field, code: 'reference.invalid' }])

const findItem = async (tx: Tx, id: string) => {
  await lockVisible(tx, dictionaryItemRecords, id)
  return tx.db.dictionaryItem.findUniqueOrThrow({ where: { id } })
}

const read = (tx: Tx, id: string) => readRecord<DictionaryItem>(tx, dictionaryItemRecords, id)
