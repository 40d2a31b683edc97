/** Where a new deal begins: the pipeline it names, and the stage it names or the first open one. */
import { routeInto, type Route } from '@rapport/domain/features/pipelines/stage-route.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { Tx } from '../../ctx.ts'
import { accept, refuse } from '../../http/problems.ts'
import { loadStages, sharePipeline } from '../pipelines/stages.queries.ts'
import { criteriaOf } from './criteria.queries.ts'

export type Start = { stage: StageState; route: Route; currency: string; pipelineVersion: number }

/** Errors: 422 `reference.invalid` for a pipeline or stage that takes no deals, 409 `stage.transition` for won and lost. */
export const findStart = async (
  tx: Tx,
  { pipelineId, stageId }: { pipelineId: string; stageId?: string | undefined },
): Promise<Start> => {
  const pipeline = await sharePipeline(tx, pipelineId)
  if (!pipeline || pipeline.archivedAt || pipeline.publishedVersion === 0) return refuseReference('pipelineId')
  const stages = await loadStages(tx, pipelineId)
  const stage = stages.find(({ id, phase }) => (stageId ? id === stageId : isOpenPhase(phase)))
  if (!stage) return refuseReference('stageId')
  const route = accept(routeInto(stages, stage.id, 'create'))
  // A stage that asks for nothing needs no look at the deal.
  const checks = route.checks.filter((check) => criteriaOf(stages, [check]).length > 0)
  return { stage, route: { ...route, checks }, currency: pipeline.currency, pipelineVersion: pipeline.publishedVersion }
}

const refuseReference = (path: string): never =>
  refuse('reference.invalid', { field: path }, [{ path, code: 'reference.invalid' }])
