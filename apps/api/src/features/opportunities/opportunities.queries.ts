/** Reading one opportunity: the record, and what still stands between it and its next stage. */
import type { CriterionState, Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Check } from '@rapport/domain/features/pipelines/stage-route.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { readRecordBeside } from '../../records/find.ts'
import { readable } from '../../records/readable-set.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { stagesOf } from '../pipelines/stages.queries.ts'
import { criteriaOf, loadCriterionInputs, unmetOf } from './criteria.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'

type Standing = { stageId: string; phase: string; stages: StageState[] | null }

// Of closed deals nothing is asked any more, so their stages are not gathered.
const standing: Record<keyof Standing, Sql> = {
  stageId: sql`opportunity."stageId"`,
  phase: sql`opportunity.phase`,
  stages: sql`case when opportunity.phase in ('open', 'commit') then ${stagesOf(sql`opportunity."pipelineId"`)} end`,
}

/** With its lists, and for an open one the criteria on the way to the next stage. Errors: 404. */
export const readOpportunity = async (ctx: Ctx | Tx, id: string): Promise<Opportunity> => {
  const { record, beside } = await readRecordBeside<Opportunity, Standing>(ctx, opportunityRecords, id, standing)
  const { stageId, phase, stages } = beside
  const checks = stages && isOpenPhase(phase) ? onTheWay(stages, stageId) : []
  const asked = criteriaOf(stages ?? [], checks)
  return { ...record, criteria: asked.length === 0 ? [] : await statesOf(ctx, id, checks) }
}

/** How the deal stands to each criterion of these checks. */
const statesOf = async (ctx: Ctx | Tx, id: string, checks: readonly Check[]): Promise<CriterionState[]> => {
  const inputs = await loadCriterionInputs(ctx, id)
  const unmet = new Map(unmetOf(inputs, checks).map((one) => [one.criterionId, one]))
  const { lookup } = readable(opportunityRecords, ctx)
  return criteriaOf(inputs.stages, checks).map(({ id: criterionId, stageId, side, kind, label, blocking }) => {
    const missing = unmet.get(criterionId)
    // A field this reader may not use is not named to him.
    const field = missing?.field !== undefined && lookup(missing.field) ? { field: missing.field } : {}
    const met = missing === undefined
    return { stageId, criterionId, side, kind, label, blocking, met, missing: missing?.missing ?? null, ...field }
  })
}

// What the present stage asks of who leaves, and the next of who enters.
const onTheWay = (stages: readonly StageState[], stageId: string): Check[] => {
  const open = stages.filter(({ phase }) => isOpenPhase(phase))
  const next = open[open.findIndex(({ id }) => id === stageId) + 1] ?? stages.find(({ phase }) => phase === 'won')
  return [{ stageId, side: 'exit' }, ...(next ? [{ stageId: next.id, side: 'entry' } as const] : [])]
}
