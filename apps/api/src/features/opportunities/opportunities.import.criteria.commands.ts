/** Which criteria deals would not meet once they came in: they are written, judged by the common rules, and taken out again. */
import type { Check } from '@rapport/domain/features/pipelines/stage-route.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Unmet } from '@rapport/domain/features/pipelines/unmet-criteria.ts'
import type { Tx } from '../../ctx.ts'
import { loadManyCriterionInputs, unmetOf } from './criteria.queries.ts'
import { importOpportunities, type NewDeal } from './opportunities.import.commands.ts'

/** The blocking criteria each deal does not meet, in the order of the deals. Nothing stays. */
export const unmetAfterImport = async (
  tx: Tx,
  stages: StageState[],
  asked: readonly { deal: NewDeal; checks: readonly Check[] }[],
): Promise<Unmet[][]> => {
  await tx.db.$executeRaw`savepoint before_criteria`
  const ids = await importOpportunities(
    tx,
    asked.map(({ deal }) => deal),
  )
  const inputs = await loadManyCriterionInputs(tx, ids, stages)
  await tx.db.$executeRaw`rollback to savepoint before_criteria`
  return asked.map(({ checks }, at) => {
    const known = inputs.get(ids[at] ?? '')
    return known ? unmetOf(known, checks).filter(({ blocking }) => blocking) : []
  })
}
