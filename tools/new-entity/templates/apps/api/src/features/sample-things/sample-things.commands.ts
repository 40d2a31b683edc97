/** Writing sample things: load → demand → decide → write → record. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { sampleThingPolicy } from '@rapport/domain/features/sample-things/sample-things.policy.ts'
import type {
  SampleThing,
  SampleThingDraft,
  SampleThingPatch,
} from '@rapport/domain/features/sample-things/sample-things.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand } from '../../http/problems.ts'
import { lockVisible, readRecord } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { sampleThingRecords } from './sample-things.records.ts'

export const createSampleThing = (ctx: Ctx, draft: SampleThingDraft): Promise<SampleThing> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'sampleThings', sampleThingFields, draft)
    const { name, note = null } = draft
    const { id } = await tx.db.sampleThing.create({
      data: { name, note, createdById: tx.actor.userId, updatedById: tx.actor.userId },
      select: { id: true },
    })
    await record(tx, { type: 'sampleThing.created', subject: id, title: name, version: 1 })
    return read(tx, id)
  })

export const updateSampleThing = (ctx: Ctx, id: string, patch: SampleThingPatch): Promise<SampleThing> =>
  transact(ctx, async (tx) => {
    const sampleThing = await findSampleThing(tx, id)
    demand(sampleThingPolicy.edit(tx.actor))
    demandWritable(tx, 'sampleThings', sampleThingFields, patch)
    sameVersion(tx, sampleThing, patch, readableName(tx, 'sampleThings'))
    const { name = sampleThing.name, note = sampleThing.note } = patch
    const changed = { name, note }
    const changes = changesBetween(sampleThing, changed)
    await tx.db.sampleThing.update({ where: { id }, data: { ...changed, ...stamp(tx) } })
    const version = sampleThing.version + 1
    await record(tx, { type: 'sampleThing.updated', subject: id, title: name, version, changes })
    return read(tx, id)
  })

/** Retires a sample thing, or offers it again; records that name it keep it. */
export const archiveSampleThing = (
  ctx: Ctx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<SampleThing> =>
  transact(ctx, async (tx) => {
    const sampleThing = await findSampleThing(tx, id)
    demand(sampleThingPolicy.edit(tx.actor))
    sameVersion(tx, sampleThing, sent)
    if ((sampleThing.archivedAt !== null) === archived) return read(tx, id)
    await tx.db.sampleThing.update({ where: { id }, data: { archivedAt: archived ? tx.now : null, ...stamp(tx) } })
    const type = archived ? 'sampleThing.archived' : 'sampleThing.unarchived'
    await record(tx, { type, subject: id, title: sampleThing.name, version: sampleThing.version + 1 })
    return read(tx, id)
  })

const findSampleThing = async (tx: Tx, id: string) => {
  await lockVisible(tx, sampleThingRecords, id)
  return tx.db.sampleThing.findUniqueOrThrow({ where: { id } })
}

const read = (tx: Tx, id: string) => readRecord<SampleThing>(tx, sampleThingRecords, id)
