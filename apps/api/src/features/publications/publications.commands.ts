/** Publishing a draft: the stages become the version in force, and no deal is left without one. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import { draftProblems, remapsOf } from '@rapport/domain/features/pipelines/check-draft.ts'
import { pipelinePolicy } from '@rapport/domain/features/pipelines/pipelines.policy.ts'
import type { Pipeline } from '@rapport/domain/features/pipelines/pipelines.ts'
import type { DraftState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { criterionLookup } from '../opportunities/criteria.queries.ts'
import { lockPipeline, readPipeline } from '../pipelines/pipelines.queries.ts'
import { criterionEnv, demandNone, knownIdsOf, stagesWithDeals } from './drafts.queries.ts'
import { followStages, moveDeals } from './moved-deals.commands.ts'
import { writeStages } from './write-stages.commands.ts'

type Sent = { reason?: string | undefined; version?: number | undefined }

/**
 * Moves wait until this is done, because they hold the pipeline that is locked here. Errors: 409 `pipeline.no_draft`,
 * `record.archived`, 422 `stage.mapping_required`, `stage.phase_missing`, `stage.criterion_invalid`, `reference.invalid`.
 */
export const publish = (ctx: Ctx, id: string, sent: Sent): Promise<Pipeline> =>
  transact(ctx, async (tx) => {
    const pipeline = await lockPipeline(tx, id)
    demand(pipelinePolicy.edit(tx.actor))
    sameVersion(tx, pipeline, sent.version === undefined ? {} : { version: sent.version })
    if (pipeline.archivedAt) refuse('record.archived')
    const draft = (pipeline.draft as DraftState | null) ?? refuse('pipeline.no_draft')
    const published = await stagesWithDeals(tx, id)
    const knownIds = new Set(await knownIdsOf(tx, id, draft))
    const env = await criterionEnv(tx)
    demandNone(draftProblems(draft, { published, knownIds, lookup: criterionLookup(tx.now), env }))
    const version = pipeline.publishedVersion + 1
    await writeStages(tx, id, draft)
    const moved = await moveDeals(tx, remapsOf(draft, published), version)
    const followed = await followStages(tx, id)
    await keepVersion(tx, id, version, draft, sent.reason ?? null)
    const title = (pipeline.label as Label).zh
    await record(tx, {
      type: 'pipeline.published',
      subject: id,
      title,
      version: pipeline.version + 1,
      data: { version, moved, followed },
      reason: sent.reason ?? null,
    })
    return readPipeline(tx, id)
  })

const keepVersion = async (tx: Tx, pipelineId: string, version: number, draft: DraftState, reason: string | null) => {
  const { stages, mapping } = draft
  await tx.db.pipelineVersion.create({
    data: {
      pipelineId,
      pipelineVersion: version,
      at: tx.now,
      byId: tx.actor.userId,
      stages: stages as Prisma.InputJsonValue,
      mapping,
      reason,
    },
    select: { id: true },
  })
  const data = { publishedVersion: version, draft: Prisma.DbNull, draftById: null, draftAt: null, ...stamp(tx) }
  await tx.db.pipeline.update({ where: { id: pipelineId }, data, select: { id: true } })
}
