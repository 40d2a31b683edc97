/** Writing pipelines: load → demand → decide → write → record. Stages are published in the room `publications`. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import { pipelineFields } from '@rapport/domain/features/pipelines/pipelines.fields.ts'
import { pipelinePolicy } from '@rapport/domain/features/pipelines/pipelines.policy.ts'
import type { NewPipeline, Pipeline, PipelinePatch } from '@rapport/domain/features/pipelines/pipelines.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'
import { lockPipeline, readPipeline } from './pipelines.queries.ts'

export const createPipeline = (ctx: Ctx, draft: NewPipeline): Promise<Pipeline> =>
  transact(ctx, async (tx) => {
    demand(pipelinePolicy.edit(tx.actor))
    demandWritable(tx, 'pipelines', pipelineFields, draft)
    const { label, winNeedsOrder = true, teamIds = [] } = draft
    const currency = draft.currency ?? (await loadOrganisation(tx)).baseCurrency
    // Nothing can be made in a pipeline without stages, so it cannot be the one that is offered first.
    if (draft.isDefault) refuse('stage.phase_missing', {}, [{ path: 'isDefault', code: 'stage.phases' }])
    await demandTeams(tx, teamIds)
    const { id } = await tx.db.pipeline.create({
      data: { label, currency, winNeedsOrder, teamIds, createdById: tx.actor.userId, updatedById: tx.actor.userId },
      select: { id: true },
    })
    await record(tx, { type: 'pipeline.created', subject: id, title: label.zh, version: 1 })
    return readPipeline(tx, id)
  })

export const updatePipeline = (ctx: Ctx, id: string, patch: PipelinePatch): Promise<Pipeline> =>
  transact(ctx, async (tx) => {
    const pipeline = await lockPipeline(tx, id)
    demand(pipelinePolicy.edit(tx.actor))
    demandWritable(tx, 'pipelines', pipelineFields, patch)
    sameVersion(tx, pipeline, patch, readableName(tx, 'pipelines'))
    const changed = {
      label: patch.label ?? (pipeline.label as Label),
      currency: patch.currency ?? pipeline.currency,
      isDefault: patch.isDefault ?? pipeline.isDefault,
      winNeedsOrder: patch.winNeedsOrder ?? pipeline.winNeedsOrder,
      teamIds: patch.teamIds ?? pipeline.teamIds,
    }
    if (patch.teamIds) await demandTeams(tx, patch.teamIds)
    if (changed.isDefault && !pipeline.isDefault) await becomeDefault(tx, pipeline)
    await tx.db.pipeline.update({ where: { id }, data: { ...changed, ...stamp(tx) } })
    await record(tx, {
      type: 'pipeline.updated',
      subject: id,
      title: changed.label.zh,
      version: pipeline.version + 1,
      changes: changesBetween(pipeline, changed),
    })
    return readPipeline(tx, id)
  })

type Candidate = { publishedVersion: number; archivedAt: Date | null }

/** One pipeline at most is the default: the one before steps back in the same transaction. */
const becomeDefault = async (tx: Tx, pipeline: Candidate) => {
  if (pipeline.archivedAt) refuse('record.archived')
  if (pipeline.publishedVersion === 0) refuse('stage.phase_missing', {}, [{ path: 'isDefault', code: 'stage.phases' }])
  const before = await tx.db.pipeline.findFirst({ where: { isDefault: true, archivedAt: null } })
  if (!before) return
  await tx.db.pipeline.update({ where: { id: before.id }, data: { isDefault: false, ...stamp(tx) } })
  await record(tx, {
    type: 'pipeline.updated',
    subject: before.id,
    title: (before.label as Label).zh,
    version: before.version + 1,
    changes: [{ field: 'isDefault', old: true, new: false }],
  })
}

/** Retires a pipeline, or offers it again; its deals stay as they are. The default one loses that rank. */
export const archivePipeline = (
  ctx: Ctx,
  id: string,
  sent: { version?: number | undefined },
  archived: boolean,
): Promise<Pipeline> =>
  transact(ctx, async (tx) => {
    const pipeline = await lockPipeline(tx, id)
    demand(pipelinePolicy.edit(tx.actor))
    sameVersion(tx, pipeline, sent)
    if ((pipeline.archivedAt !== null) === archived) return readPipeline(tx, id)
    const changed = { archivedAt: archived ? tx.now : null, isDefault: false }
    await tx.db.pipeline.update({ where: { id }, data: { ...changed, ...stamp(tx) } })
    await record(tx, {
      type: archived ? 'pipeline.archived' : 'pipeline.unarchived',
      subject: id,
      title: (pipeline.label as Label).zh,
      version: pipeline.version + 1,
      changes: changesBetween({ isDefault: pipeline.isDefault }, { isDefault: false }),
    })
    return readPipeline(tx, id)
  })

const demandTeams = async (tx: Tx, teamIds: readonly string[]) => {
  const known = await tx.db.team.count({ where: { id: { in: [...teamIds] }, archivedAt: null } })
  if (known < new Set(teamIds).size)
    refuse('reference.invalid', { field: 'teamIds' }, [{ path: 'teamIds', code: 'reference.invalid' }])
}
