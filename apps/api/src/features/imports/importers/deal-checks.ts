/** Rules of a deal beyond its schema: its pipeline, its dates, its owner, its rate, and the criteria of its stage. */
import { timeFault } from '@rapport/domain/features/opportunities/imported-deals.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import { routeInto } from '@rapport/domain/features/pipelines/stage-route.ts'
import { columnOf } from '@rapport/domain/features/imports/parse-row.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { unmetAfterImport } from '../../opportunities/opportunities.import.criteria.commands.ts'
import { criteriaOf } from '../../opportunities/criteria.queries.ts'
import type { Judged } from '../batch/importer.ts'
import { dealOf, lineOf, ownerOf, prepareDeals, rateFor, rateKey, timesOf, type Prepared } from './prepare-deals.ts'

export const checkDeals = async (tx: Tx, plan: ImportPlan, rows: readonly Judged[]): Promise<void> => {
  const fresh = rows.filter(({ verdict, existing }) => verdict !== 'update' || existing === null)
  const prepared = await prepareDeals(tx, plan, fresh)
  const sound = fresh.filter((one) => checkOne(tx, plan, prepared, one))
  if (!plan.history) await checkCriteria(tx, plan, prepared, sound)
}

const problem = (
  plan: ImportPlan,
  { row }: Judged,
  target: string,
  code: string,
  params?: Record<string, unknown>,
): false => {
  const value = row.lookups.get(target)
  row.problems.push({ column: columnOf(plan, target), target, code, severity: 'error', value, params })
  return false
}

const checkOne = (tx: Tx, plan: ImportPlan, prepared: Prepared, one: Judged): boolean => {
  const { draft } = one
  const state = prepared.pipelines.get(String(draft.pipelineId))
  if (!state) return problem(plan, one, 'pipelineId', 'reference.invalid')
  const stage = state.stages.find(({ id }) => id === draft.stageId)
  if (!stage) return problem(plan, one, 'stageId', 'reference.invalid')
  const fault = timeFault(stage.phase, timesOf(one), plan.history, plan.options.timeZone)
  if (fault) return problem(plan, one, fault === 'import.closed' ? 'stageId' : 'closedAt', fault)
  if (!opportunityPolicy.assign(tx.actor, prepared.placeOf(ownerOf(tx, one))))
    return problem(plan, one, 'ownerId', 'import.notAssignable')
  if (rateFor(tx, plan, prepared, one) === null) {
    const [currency, date] = rateKey(tx, plan, prepared, one).split(' ')
    return problem(plan, one, 'currency', 'rate.missing', { currency, date })
  }
  return lineOf(prepared, one) === null ? problem(plan, one, 'amount', 'import.lineAmount') : true
}

// A deal that begins at a stage must meet what a person’s deal would have to meet there.
const checkCriteria = async (tx: Tx, plan: ImportPlan, prepared: Prepared, rows: readonly Judged[]): Promise<void> => {
  for (const [pipelineId, state] of prepared.pipelines) {
    const stages = state?.stages ?? []
    const asked = rows.flatMap((one) => {
      const route = routeInto(stages, String(one.draft.stageId), 'create')
      const checks = route.ok ? route.value.checks : []
      const isAsked = one.draft.pipelineId === pipelineId && criteriaOf(stages, checks).some(({ blocking }) => blocking)
      return isAsked ? [{ one, checks, deal: dealOf(tx, plan, prepared, one) }] : []
    })
    if (asked.length === 0) continue
    const unmet = await unmetAfterImport(tx, stages, asked)
    asked.forEach(({ one }, at) => {
      const names = (unmet[at] ?? []).map(({ label }) => label)
      if (names.length > 0)
        problem(plan, one, 'stageId', 'import.criteria', { stage: one.row.lookups.get('stageId'), unmet: names })
    })
  }
}
