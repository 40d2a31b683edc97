/** Saving and throwing away the draft of a pipeline's stages. */
import type { Label } from '@rapport/domain/field/kinds.ts'
import { brokenReferences, invalidCriteria } from '@rapport/domain/features/pipelines/check-draft.ts'
import { pipelinePolicy } from '@rapport/domain/features/pipelines/pipelines.policy.ts'
import type { Pipeline } from '@rapport/domain/features/pipelines/pipelines.ts'
import type { DraftState, StagesDraft } from '@rapport/domain/features/pipelines/stage-draft.ts'
import { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record, tellAgain } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { criterionLookup } from '../opportunities/criteria.queries.ts'
import { lockPipeline, readPipeline } from '../pipelines/pipelines.queries.ts'
import { completeFor, criterionEnv, demandNone } from './drafts.queries.ts'

type Sent = { draft: StagesDraft; version?: number | undefined }

/**
 * The draft replaces the one before. It need not be publishable yet, but what it says must make sense: no ids from elsewhere,
 * no criterion that could never be checked. Errors: 422 `reference.invalid`, `stage.criterion_invalid`, 409 `record.archived`.
 */
export const saveDraft = (ctx: Ctx, id: string, sent: Sent): Promise<Pipeline> =>
  transact(ctx, async (tx) => {
    const pipeline = await lockPipeline(tx, id)
    demand(pipelinePolicy.edit(tx.actor))
    sameVersion(tx, pipeline, sent.version === undefined ? {} : { version: sent.version })
    if (pipeline.archivedAt) refuse('record.archived')
    const { draft, knownIds } = await completeFor(tx, id, pipeline.draft as DraftState | null, sent.draft)
    demandNone([
      ...brokenReferences(draft, knownIds),
      ...invalidCriteria(draft, criterionLookup(tx.now), await criterionEnv(tx)),
    ])
    const data = { draft: draft as Prisma.InputJsonValue, draftById: tx.actor.userId, draftAt: tx.now, ...stamp(tx) }
    await tx.db.pipeline.update({ where: { id }, data, select: { id: true } })
    await tellSaved(tx, pipeline)
    return readPipeline(tx, id)
  })

const SESSION = 30 * 60_000

/**
 * A draft is saved with every pause of who writes it. The feed tells it once in half an hour of one person's work; open
 * pages hear of each save, because another may have the same draft before him.
 */
const tellSaved = async (tx: Tx, pipeline: { id: string; label: unknown; version: number }): Promise<void> => {
  const { id } = pipeline
  const last = await tx.db.event.findFirst({
    where: { entity: 'pipelines', recordId: id },
    orderBy: { id: 'desc' },
    select: { id: true, type: true, actorId: true, at: true },
  })
  const goesOn =
    last?.type === 'pipeline.draftSaved' &&
    last.actorId === tx.actor.userId &&
    tx.now.getTime() - last.at.getTime() < SESSION
  if (goesOn) return tellAgain(tx, { id: last.id, entity: 'pipelines', recordId: id })
  const title = (pipeline.label as Label).zh
  await record(tx, { type: 'pipeline.draftSaved', subject: id, title, version: pipeline.version + 1 })
}

/** Errors: 409 `pipeline.no_draft`. */
export const discardDraft = (ctx: Ctx, id: string, sent: { version?: number | undefined }): Promise<Pipeline> =>
  transact(ctx, async (tx) => {
    const pipeline = await lockPipeline(tx, id)
    demand(pipelinePolicy.edit(tx.actor))
    sameVersion(tx, pipeline, sent)
    if (pipeline.draft === null) refuse('pipeline.no_draft')
    const data = { draft: Prisma.DbNull, draftById: null, draftAt: null, ...stamp(tx) }
    await tx.db.pipeline.update({ where: { id }, data, select: { id: true } })
    const title = (pipeline.label as Label).zh
    await record(tx, { type: 'pipeline.draftDiscarded', subject: id, title, version: pipeline.version + 1 })
    return readPipeline(tx, id)
  })
