/** Writing sample things: load → demand → decide → write → record. */
import { sampleThingFields } from '@rapport/domain/features/sample-things/sample-things.fields.ts'
import { sampleThingPolicy } from '@rapport/domain/features/sample-things/sample-things.policy.ts'
import type {
  SampleThing,
  SampleThingDraft,
  SampleThingPatch,
} from '@rapport/domain/features/sample-things/sample-things.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { changesOf, openRecord } from '../../records/open.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { sampleThingRecords } from './sample-things.records.ts'

export const createSampleThing = (ctx: Ctx, draft: SampleThingDraft): Promise<SampleThing> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'sample-things', sampleThingFields, draft)
    // The columns come from the list of fields, so that only what the draft's schema knows is among them.
    const columns = columnsOf(sampleThingFields, draft) as Pick<SampleThingDraft, 'name'>
    const by = { createdById: tx.actor.userId, updatedById: tx.actor.userId }
    const { id } = await tx.db.sampleThing.create({ data: { ...columns, ...by }, select: { id: true } })
    await record(tx, { type: 'sampleThing.created', subject: id, title: columns.name, version: 1 })
    return readRecord<SampleThing>(tx, sampleThingRecords, id)
  })

/** Errors: 404, 403, 428, 412. */
export const updateSampleThing = (ctx: Ctx, id: string, patch: SampleThingPatch): Promise<SampleThing> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<SampleThing>(tx, sampleThingRecords, id)
    demand(sampleThingPolicy.edit(tx.actor))
    demandWritable(tx, 'sample-things', sampleThingFields, patch)
    sameVersion(tx, before, patch, readableName(tx, 'sample-things'))
    const columns = columnsOf(sampleThingFields, patch)
    await tx.db.sampleThing.update({ where: { id }, data: { ...columns, ...stamp(tx) }, select: { id: true } })
    const after = await readRecord<SampleThing>(tx, sampleThingRecords, id)
    const { name: title, version } = after
    const changes = changesOf(patch, before, after)
    await record(tx, { type: 'sampleThing.updated', subject: id, title, version, changes })
    return after
  })

/** Retires a sample thing, or offers it again; records that name it keep it. */
export const archiveSampleThing = (
  ctx: Ctx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<SampleThing> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<SampleThing>(tx, sampleThingRecords, id)
    demand(sampleThingPolicy.edit(tx.actor))
    sameVersion(tx, before, sent)
    if ((before.archivedAt !== null) === archived) return before
    const archivedAt = archived ? tx.now : null
    await tx.db.sampleThing.update({ where: { id }, data: { archivedAt, ...stamp(tx) }, select: { id: true } })
    const after = await readRecord<SampleThing>(tx, sampleThingRecords, id)
    const type = archived ? 'sampleThing.archived' : 'sampleThing.unarchived'
    await record(tx, { type, subject: id, title: after.name, version: after.version })
    return after
  })
