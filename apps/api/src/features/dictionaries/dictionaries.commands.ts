/** Writing dictionaries: a list's name and the order of its items. */
import { dictionaryFields } from '@rapport/domain/features/dictionaries/dictionaries.fields.ts'
import { dictionaryPolicy } from '@rapport/domain/features/dictionaries/dictionaries.policy.ts'
import type {
  Dictionary,
  DictionaryDraft,
  DictionaryPatch,
} from '@rapport/domain/features/dictionaries/dictionaries.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible, readRecord } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { dictionaryRecords } from './dictionaries.records.ts'

/** Errors: 409 `record.duplicate` for a code that is taken. */
export const createDictionary = (ctx: Ctx, { code, label }: DictionaryDraft): Promise<Dictionary> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'dictionaries', dictionaryFields, { code, label })
    const known = await tx.db.dictionary.findUnique({ where: { code }, select: { id: true } })
    if (known) refuse('record.duplicate', { field: 'code' }, [{ path: 'code', code: 'record.duplicate' }])
    const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId }
    const { id } = await tx.db.dictionary.create({ data: { code, label, ...by }, select: { id: true } })
    await record(tx, { type: 'dictionary.created', subject: id, title: label.zh, version: 1 })
    return read(tx, id)
  })

export const updateDictionary = (ctx: Ctx, id: string, patch: DictionaryPatch): Promise<Dictionary> =>
  transact(ctx, async (tx) => {
    const dictionary = await findDictionary(tx, id)
    demand(dictionaryPolicy.edit(tx.actor))
    demandWritable(tx, 'dictionaries', dictionaryFields, patch)
    sameVersion(tx, dictionary, patch, readableName(tx, 'dictionaries'))
    const { label = dictionary.label as Label } = patch
    await tx.db.dictionary.update({ where: { id }, data: { label, ...stamp(tx) } })
    await record(tx, {
      type: 'dictionary.updated',
      subject: id,
      title: label.zh,
      version: dictionary.version + 1,
      changes: changesBetween(dictionary, { label }),
    })
    return read(tx, id)
  })

/** Errors: 422 `reference.invalid` unless the ids are exactly the items in use. */
export const reorderDictionary = (
  ctx: Ctx,
  id: string,
  sent: { itemIds: string[]; version?: number | undefined },
): Promise<Dictionary> =>
  transact(ctx, async (tx) => {
    const dictionary = await findDictionary(tx, id)
    demand(dictionaryPolicy.edit(tx.actor))
    sameVersion(tx, dictionary, { version: sent.version })
    const items = await tx.db.dictionaryItem.findMany({
      where: { dictionaryId: id, archivedAt: null },
      orderBy: [{ order: 'asc' }, { code: 'asc' }],
      select: { id: true },
    })
    const before = items.map((item) => item.id)
    if (new Set(sent.itemIds).size !== sent.itemIds.length || !sameMembers(before, sent.itemIds))
      refuse('reference.invalid', { field: 'itemIds' }, [{ path: 'itemIds', code: 'reference.invalid' }])
    await tx.db.$executeRaw`
      update dictionary_items item set "order" = wanted.place - 1, version = item.version + 1, "updatedAt" = ${tx.now}, "updatedById" = ${tx.actor.userId}::uuid
      from unnest(${sent.itemIds}::uuid[]) with ordinality as wanted(id, place) where item.id = wanted.id and item."order" is distinct from wanted.place - 1`
    await tx.db.dictionary.update({ where: { id }, data: stamp(tx) })
    await record(tx, {
      type: 'dictionary.updated',
      subject: id,
      title: (dictionary.label as Label).zh,
      version: dictionary.version + 1,
      changes: changesBetween({ itemIds: before }, { itemIds: sent.itemIds }),
    })
    return read(tx, id)
  })

const sameMembers = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id))

const findDictionary = async (tx: Tx, id: string) => {
  await lockVisible(tx, dictionaryRecords, id)
  return tx.db.dictionary.findUniqueOrThrow({ where: { id } })
}

const read = (tx: Tx, id: string) => readRecord<Dictionary>(tx, dictionaryRecords, id)
