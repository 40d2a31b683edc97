/** Criteria on a deal's way, demanded inside the command that moves it. */
import type { Override } from '@rapport/domain/features/opportunities/opportunities.ts'
import { judgeCriteria, type Overridden } from '@rapport/domain/features/opportunities/overrides.ts'
import { may } from '@rapport/domain/access/actor.ts'
import type { Check } from '@rapport/domain/features/pipelines/stage-route.ts'
import type { Unmet } from '@rapport/domain/features/pipelines/unmet-criteria.ts'
import type { Tx } from '../../ctx.ts'
import { accept } from '../../http/problems.ts'
import { readable } from '../../records/readable-set.ts'
import { loadCriterionInputs, unmetOf } from './criteria.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'

/**
 * What is kept when unmet criteria were overridden; null when all are met. `pipelineId` is given where the deal is about to
 * change pipelines. Errors: 422 `stage.criteria_unmet` with the list, 403 for an override without the right, 422 `reason.required`.
 */
export const demandCriteria = async (
  tx: Tx,
  id: string,
  checks: readonly Check[],
  override: Override | undefined,
  pipelineId?: string,
): Promise<Overridden | null> => {
  if (checks.length === 0) return null
  const unmet = unmetOf(await loadCriterionInputs(tx, id, pipelineId), checks)
  return acceptOverride(tx, unmet, override)
}

/** The same for criteria found unmet before. */
export const acceptOverride = (tx: Tx, unmet: readonly Unmet[], override: Override | undefined): Overridden | null => {
  const { lookup } = readable(opportunityRecords, tx)
  const shown = unmet.map(({ field, ...one }) => (field !== undefined && lookup(field) ? { ...one, field } : one))
  const mayOverride = may(tx.actor, 'stage.override')
  return accept(judgeCriteria({ unmet: shown, override, mayOverride, byId: tx.actor.userId }))
}
