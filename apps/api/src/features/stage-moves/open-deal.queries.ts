/** A deal opened to be moved: its pipeline held still, the row locked, right and version checked. */
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { Tx } from '../../ctx.ts'
import { demand, refuse } from '../../http/problems.ts'
import { openRecord } from '../../records/open.ts'
import { sameVersion } from '../../records/versions.ts'
import { loadCriterionInputs, type CriterionInputs } from '../opportunities/criteria.queries.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'
import { sharePipelineOf, type SharedPipeline } from '../pipelines/stages.queries.ts'

/** The columns a move reads or writes, as they stand. */
export type DealRow = {
  id: string
  name: string
  version: number
  customerId: string | null
  pipelineId: string
  stageId: string
  stageEnteredAt: Date
  phase: string
  amount: string
  baseAmount: string
  probability: string
  probabilityManual: boolean
  weightedBase: string
  forecastCategory: string
  closedAt: Date | null
  reasonId: string | null
  reasonNote: string | null
  closedInStageId: string | null
  contactAgainAt: string | null
}
export type OpenDeal = { deal: DealRow; pipeline: SharedPipeline; inputs: CriterionInputs; baseCurrency: string }

/** The wrong state is judged by the caller, after the version. Errors: 404, 403, 428, 412. */
export const openDeal = async (tx: Tx, id: string, sent: { version?: number | undefined }): Promise<OpenDeal> => {
  const pipeline = (await sharePipelineOf(tx, id)) ?? refuse('record.notFound')
  const before = await openRecord<Opportunity>(tx, opportunityRecords, id)
  demand(before.can.edit)
  sameVersion(tx, before, sent.version === undefined ? {} : { version: sent.version })
  const { baseCurrency, ...deal } = await loadDeal(tx, id)
  // Somebody moved it to another pipeline between the two locks; the caller cannot have seen that.
  if (deal.pipelineId !== pipeline.id) refuse('version.stale', { version: deal.version })
  return { deal, pipeline, inputs: await loadCriterionInputs(tx, id), baseCurrency }
}

const loadDeal = async (tx: Tx, id: string) => {
  const [row] = await tx.db.$queryRaw<(DealRow & { baseCurrency: string })[]>`
    select id, name, version, "customerId", "pipelineId", "stageId", "stageEnteredAt", phase, trim_scale(amount)::text as amount,
      trim_scale("baseAmount")::text as "baseAmount", trim_scale(probability)::text as probability, "probabilityManual",
      trim_scale("weightedBase")::text as "weightedBase", "forecastCategory", "closedAt", "reasonId", "reasonNote", "closedInStageId",
      "contactAgainAt"::text as "contactAgainAt",
      coalesce((select value->>'baseCurrency' from settings where key = 'organisation'), 'CNY') as "baseCurrency"
    from opportunities where id = ${id}::uuid`
  return row ?? refuse('record.notFound')
}
