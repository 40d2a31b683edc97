/** Writing sources: load → demand → decide → write → record. */
import { sourceFields } from '@rapport/domain/features/sources/sources.fields.ts'
import { sourcePolicy } from '@rapport/domain/features/sources/sources.policy.ts'
import type { Source, SourceDraft, SourcePatch } from '@rapport/domain/features/sources/sources.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { lockVisible, readRecord } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { sourceRecords } from './sources.records.ts'

export const createSource = (ctx: Ctx, draft: SourceDraft): Promise<Source> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'sources', sourceFields, draft)
    const known = await tx.db.source.findUnique({ where: { code: draft.code }, select: { id: true } })
    if (known) refuse('record.duplicate', { field: 'code' }, [{ path: 'code', code: 'record.duplicate' }])
    const { code, label, kind, costModel = 'none', unitCost = null } = draft
    const { id } = await tx.db.source.create({
      data: { code, label, kind, costModel, unitCost, createdById: tx.actor.userId, updatedById: tx.actor.userId },
      select: { id: true },
    })
    await record(tx, { type: 'source.created', subject: id, title: label.zh, version: 1 })
    return read(tx, id)
  })

export const updateSource = (ctx: Ctx, id: string, patch: SourcePatch): Promise<Source> =>
  transact(ctx, async (tx) => {
    const source = await findSource(tx, id)
    demand(sourcePolicy.edit(tx.actor))
    demandWritable(tx, 'sources', sourceFields, patch)
    sameVersion(tx, source, patch, readableName(tx, 'sources'))
    const { label = source.label, kind = source.kind, costModel = source.costModel, unitCost } = patch
    const changed = {
      label: label as { zh: string; en: string },
      kind,
      costModel,
      unitCost: unitCost === undefined ? source.unitCost : unitCost,
    }
    const changes = changesBetween(source, changed)
    await tx.db.source.update({ where: { id }, data: { ...changed, ...stamp(tx) } })
    await record(tx, {
      type: 'source.updated',
      subject: id,
      title: changed.label.zh,
      version: source.version + 1,
      changes,
    })
    return read(tx, id)
  })

/** Retires a source, or offers it again; records that name it keep it. */
export const archiveSource = (
  ctx: Ctx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<Source> =>
  transact(ctx, async (tx) => {
    const source = await findSource(tx, id)
    demand(sourcePolicy.edit(tx.actor))
    sameVersion(tx, source, sent)
    if ((source.archivedAt !== null) === archived) return read(tx, id)
    await tx.db.source.update({ where: { id }, data: { archivedAt: archived ? tx.now : null, ...stamp(tx) } })
    const type = archived ? 'source.archived' : 'source.unarchived'
    await record(tx, { type, subject: id, title: (source.label as { zh: string }).zh, version: source.version + 1 })
    return read(tx, id)
  })

const findSource = async (tx: Tx, id: string) => {
  await lockVisible(tx, sourceRecords, id)
  return tx.db.source.findUniqueOrThrow({ where: { id } })
}

const read = (tx: Tx, id: string) => readRecord<Source>(tx, sourceRecords, id)
