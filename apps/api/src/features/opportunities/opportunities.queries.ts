/** Reading one opportunity: the record, and what still stands between it and its next stage. */
import type { CriterionState, Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Check } from '@rapport/domain/features/pipelines/stage-route.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { readRecord } from '../../records/find.ts'
import { readable } from '../../records/readable-set.ts'
import { criteriaOf, loadCriterionInputs, unmetOf } from './criteria.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'

/** With its lists, and for an open one the criteria on the way to the next stage. Errors: 404. */
export const readOpportunity = async (ctx: Ctx | Tx, id: string): Promise<Opportunity> => {
  const deal = await readRecord<Opportunity>(ctx, opportunityRecords, id)
  const inputs = await loadCriterionInputs(ctx, id)
  const stageId = String(inputs.facts.values.stageId)
  const checks = isOpenPhase(String(inputs.facts.values.phase)) ? onTheWay(inputs.stages, stageId) : []
  const unmet = new Map(unmetOf(inputs, checks).map((one) => [one.criterionId, one]))
  const { lookup } = readable(opportunityRecords, ctx)
  const criteria = criteriaOf(inputs.stages, checks).map(
    ({ id: criterionId, stageId: at, side, kind, label, blocking }): CriterionState => {
      const missing = unmet.get(criterionId)
      // A field this reader may not use is not named to him.
      const field = missing?.field !== undefined && lookup(missing.field) ? { field: missing.field } : {}
      const met = missing === undefined
      return { stageId: at, criterionId, side, kind, label, blocking, met, missing: missing?.missing ?? null, ...field }
    },
  )
  return { ...deal, criteria }
}

// What the present stage asks of who leaves, and the next of who enters.
const onTheWay = (stages: readonly StageState[], stageId: string): Check[] => {
  const open = stages.filter(({ phase }) => isOpenPhase(phase))
  const next = open[open.findIndex(({ id }) => id === stageId) + 1] ?? stages.find(({ phase }) => phase === 'won')
  return [{ stageId, side: 'exit' }, ...(next ? [{ stageId: next.id, side: 'entry' } as const] : [])]
}
