/** Reading one pipeline with its stages. */
import { pipelinePolicy } from '@rapport/domain/features/pipelines/pipelines.policy.ts'
import type { Pipeline } from '@rapport/domain/features/pipelines/pipelines.ts'
import type { Stage } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { lockVisible, readRecord } from '../../records/find.ts'
import { pipelineRecords } from './pipelines.records.ts'
import { loadParts, loadStages } from './stages.queries.ts'

/** With the published stages; the draft only for who may define stages. */
export const readPipeline = async (ctx: Ctx | Tx, id: string): Promise<Pipeline> => {
  const pipeline = await readRecord<Pipeline>(ctx, pipelineRecords, id)
  const { stages, draft, draftBy } = await loadParts(ctx, id)
  const own = { ...pipeline, stages: stages as Stage[] }
  return pipelinePolicy.edit(ctx.actor) ? { ...own, draft: draft as Pipeline['draft'], draftBy } : own
}

/** Errors: 404. */
export const listStages = async (ctx: Ctx, id: string): Promise<{ items: Stage[] }> => {
  await readRecord(ctx, pipelineRecords, id)
  return { items: (await loadStages(ctx, id)) as Stage[] }
}

/** The row, locked until the transaction ends. */
export const lockPipeline = async (tx: Tx, id: string) => {
  await lockVisible(tx, pipelineRecords, id)
  return tx.db.pipeline.findUniqueOrThrow({ where: { id } })
}
