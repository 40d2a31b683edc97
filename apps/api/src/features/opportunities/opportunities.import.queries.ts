/** Deals by what a file identifies them with, and what a batch of them refers to. */
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Tx } from '../../ctx.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { loadStages, sharePipeline, type SharedPipeline } from '../pipelines/stages.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'

type Match = { value: string; id: string; label: string; certain: boolean }

const keys: Record<string, (values: string[], externalSource: string) => { value: Sql; where: Sql; certain: boolean }> =
  {
    number: (values) => ({
      value: sql`opportunity.number`,
      where: sql`opportunity.number = any(${values.map((value) => value.toUpperCase())}::text[])`,
      certain: true,
    }),
    externalId: (values, source) => ({
      value: sql`opportunity."externalId"`,
      where: sql`opportunity."externalSource" = ${source} and opportunity."externalId" = any(${values}::text[])`,
      certain: true,
    }),
    // Deals of one customer are often called alike.
    name: (values) => ({
      value: sql`opportunity.name`,
      where: sql`lower(opportunity.name) = any(${values}::text[])`,
      certain: false,
    }),
  }

/** `values` come as they stand in the file and folded. */
export const matchOpportunities = async (
  tx: Tx,
  path: string,
  values: readonly string[],
  externalSource: string,
): Promise<Match[]> => {
  const key = keys[path]?.([...values], externalSource)
  if (!key) return []
  return tx.db.$queryRaw<Match[]>`
    select ${key.value} as value, opportunity.id::text, opportunity.name as label, ${key.certain}::boolean as certain
    from opportunities opportunity where ${key.where} and ${opportunityRecords.visibleTo(tx.actor)}`
}

export type PipelineState = { pipeline: SharedPipeline; stages: StageState[] }

/** Pipelines that take deals, with their published stages, held as they are until the transaction ends. */
export const loadPipelines = async (tx: Tx, ids: readonly string[]): Promise<Map<string, PipelineState>> => {
  const found = new Map<string, PipelineState>()
  for (const id of new Set(ids)) {
    const pipeline = await sharePipeline(tx, id)
    if (!pipeline || pipeline.archivedAt || pipeline.publishedVersion === 0) continue
    found.set(id, { pipeline, stages: await loadStages(tx, id) })
  }
  return found
}

export type PricedProduct = { id: string; listPrice: string; cost: string | null; currency: string }

export const loadPrices = async (tx: Tx, ids: readonly string[]): Promise<Map<string, PricedProduct>> => {
  const found = await tx.db.product.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, listPrice: true, cost: true, currency: true },
  })
  return new Map(
    found.map(({ id, listPrice, cost, currency }) => [
      id,
      { id, listPrice: listPrice.toFixed(), cost: cost?.toFixed() ?? null, currency },
    ]),
  )
}
