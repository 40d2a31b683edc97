/** Saying how two records are related, and taking that back. The history of both ends tells of it. */
import type { RelatedType } from '@rapport/domain/features/relations/relations.fields.ts'
import { decideRelation } from '@rapport/domain/features/relations/relations.rules.ts'
import type { Relating, Unrelating } from '@rapport/domain/features/relations/relations.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { accept, demand, refuse } from '../../http/problems.ts'
import { demandVisible, readRecord, visibleIds } from '../../records/find.ts'
import { openRecord } from '../../records/open.ts'
import { demandItems } from '../../records/references.ts'
import { table } from '../../records/record-set.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { relationsOf, type StoredRelation } from './relations.queries.ts'
import { relatedKinds } from './relations.records.ts'
import { elementsOf, tellBoth, type End } from './relation-events.commands.ts'

type Opened = { version: number; can: { edit: boolean } }

/** Errors: 404, 403 for who may not change the record, 428, 412, 422 `reference.invalid`, `relation.…`, 409 `relation.exists`. */
export const relateRecord = <T>(ctx: Ctx | Tx, end: End, sent: Relating): Promise<T> =>
  transact(ctx, async (tx) => {
    const { relationId, otherId, typeId, inverse = false, note = null } = sent
    await openEnd(tx, end, sent.version)
    await lockOther(tx, end, otherId)
    const known = await relationsOf(tx, end.of, [end.id, otherId])
    const before = relationId === undefined ? null : await findRelation(tx, end, known, relationId)
    // One that stays of its kind keeps it though it may have been retired since.
    if (before?.typeId !== typeId) await demandItems(tx, relatedKinds[end.of].dictionary, { typeId })
    const arrow = accept(decideRelation({ nearId: end.id, otherId, typeId, inverse, relationId, known }))
    const old = await elementsOf(tx, before)
    const id = before
      ? await rewrite(tx, end.of, { ...arrow, id: before.id, note })
      : await write(tx, end.of, { ...arrow, note })
    await touch(tx, end)
    await tellBoth(tx, end, 'related', { old, new: await elementsOf(tx, { ...arrow, id }) })
    return readRecord<T>(tx, relatedKinds[end.of].set, end.id)
  })

/** Errors: 404, 403, 428, 412, 422 `reference.invalid` for a relation that is none of the record's, as far as the caller sees. */
export const unrelateRecord = <T>(ctx: Ctx | Tx, end: End, { relationId, version }: Unrelating): Promise<T> =>
  transact(ctx, async (tx) => {
    await openEnd(tx, end, version)
    const before = await findRelation(tx, end, await relationsOf(tx, end.of, [end.id]), relationId)
    const old = await elementsOf(tx, before)
    await tx.db.$executeRaw`delete from ${relatedKinds[end.of].table} where id = ${relationId}::uuid`
    await touch(tx, end)
    await tellBoth(tx, end, 'unrelated', { old, new: new Map() })
    return readRecord<T>(tx, relatedKinds[end.of].set, end.id)
  })

const openEnd = async (tx: Tx, { of, id }: End, version: number | undefined): Promise<void> => {
  const near = await openRecord<Opened>(tx, relatedKinds[of].set, id)
  demand(near.can.edit)
  sameVersion(tx, near, version === undefined ? {} : { version })
}

// Locked, so that nobody says the same from the other end at this moment.
const lockOther = async (tx: Tx, { of }: End, otherId: string): Promise<void> => {
  const { set } = relatedKinds[of]
  await demandVisible(tx, set, { otherId })
  await tx.db.$queryRaw`select 1 from ${table(set.noun)} where id = ${otherId}::uuid for update`
}

const findRelation = async (
  tx: Tx,
  { of, id }: End,
  known: readonly StoredRelation[],
  relationId: string,
): Promise<StoredRelation> => {
  const found = known.find((one) => one.id === relationId && [one.fromId, one.toId].includes(id))
  const otherId = found && otherEnd(found, id)
  const seen = otherId ? await visibleIds(tx, relatedKinds[of].set, [otherId]) : new Set()
  if (found && seen.has(otherId)) return found
  return refuse('reference.invalid', { field: 'relationId' }, [{ path: 'relationId', code: 'reference.invalid' }])
}

const otherEnd = ({ fromId, toId }: { fromId: string; toId: string }, id: string): string =>
  fromId === id ? toId : fromId

const write = async (tx: Tx, of: RelatedType, row: Omit<StoredRelation, 'id'>): Promise<string> => {
  const [made] = await tx.db.$queryRaw<{ id: string }[]>`
    insert into ${relatedKinds[of].table} ("fromId", "toId", "typeId", note, "createdAt", "createdById")
    values (${row.fromId}::uuid, ${row.toId}::uuid, ${row.typeId}::uuid, ${row.note}, ${tx.now}, ${tx.actor.userId}::uuid)
    returning id::text`
  return made?.id ?? ''
}

const rewrite = async (tx: Tx, of: RelatedType, row: StoredRelation): Promise<string> => {
  await tx.db.$executeRaw`
    update ${relatedKinds[of].table} set "fromId" = ${row.fromId}::uuid, "toId" = ${row.toId}::uuid,
      "typeId" = ${row.typeId}::uuid, note = ${row.note} where id = ${row.id}::uuid`
  return row.id
}

const touch = async (tx: Tx, { of, id }: End): Promise<void> => {
  const changed = { where: { id }, data: stamp(tx), select: { id: true } }
  await (of === 'contact' ? tx.db.contact.update(changed) : tx.db.customer.update(changed))
}
