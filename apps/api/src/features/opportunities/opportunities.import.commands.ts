/** Deals in batches: rows, lines, stays and events in one statement. */
import { baseOf, marginOf, priceLines, totalOf } from '@rapport/domain/features/opportunities/opportunity-amounts.ts'
import { staysOf } from '@rapport/domain/features/opportunities/imported-deals.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import type { OpportunityDraft } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { Tx } from '../../ctx.ts'
import type { EventInput } from '../../events/record.ts'
import { manyEvents } from '../../events/record-many.ts'
import { columnsOf } from '../../records/columns.ts'
import { defaultedIn, newIds } from '../../records/insert-rows.ts'
import { insertTogether, type Write } from '../../records/insert-together.ts'
import type { Past } from '../../records/past.ts'
import type { Sql } from '../../records/record-set.ts'
import { nextNumbers } from '../number-sequences/number-sequences.queries.ts'
import { searchTextFor } from './opportunities.commands.ts'

export type NewDeal = {
  draft: OpportunityDraft
  stages: readonly StageState[]
  stage: StageState
  pipelineVersion: number
  currency: string
  rate: string
  base: string
  place: { ownerId: string | null; teamId: string | null }
  past: Past
  begin: Date
  closedAt: Date | null
  reasonId: string | null
  /** What one unit costs in the deal's currency. */
  costOf: (productId: string) => string | null
}

const defaulted = defaultedIn(opportunityFields)

export type MadeDeals = { ids: string[]; write: Write }

/** Writes drafts that were checked before. Returns the ids in their order. */
export const importOpportunities = async (tx: Tx, deals: readonly NewDeal[]): Promise<string[]> => {
  const { ids, write } = await makeDeals(tx, deals, await nextNumbers(tx, 'opportunities', deals.length))
  await write(tx)
  return ids
}

/**
 * Deals with all that belongs to them, ready to be written in one statement, and what `beside` says of their ids. They get the
 * first of the numbers, which must be those of the transaction that writes them. Nothing else is asked of `ctx` than facts.
 */
export const makeDeals = async (
  ctx: Tx,
  deals: readonly NewDeal[],
  numbers: readonly string[],
  beside: (ids: readonly string[]) => Sql[] = () => [],
): Promise<MadeDeals> => {
  if (numbers.length < deals.length) throw new Error(`${deals.length} deals for ${numbers.length} numbers`)
  const ids = newIds(deals.length)
  const worths = deals.map(worthOf)
  const rows = deals.map((deal, at) =>
    Object.assign(rowOf(ctx, deal, numbers[at] ?? ''), { id: ids[at] }, worths[at]?.columns),
  )
  const lines = worths.flatMap(({ lines: priced }, at) =>
    priced.map((line, order) => ({ ...line, opportunityId: ids[at], order })),
  )
  const stays = deals.flatMap((deal, at) => stayRows(deal, ids[at] ?? '', worths[at]?.columns, ctx.actor.userId))
  const told = manyEvents(ctx, eventsOf(deals, ids), newIds(deals.length))
  const inserting = await insertTogether(
    ctx,
    [
      { table: 'opportunities', rows, defaulted },
      { table: 'opportunity_lines', rows: lines },
      { table: 'stage_moves', rows: stays },
    ],
    [told.insert, ...beside(ids)],
  )
  const write: Write = async (tx, whenSent) => {
    await inserting(tx, whenSent)
    await told.tell(tx)
  }
  return { ids, write }
}

const eventsOf = (deals: readonly NewDeal[], ids: readonly string[]): EventInput[] => {
  // One and the same value for all deals of a stage, which is written out once.
  const places = new Map<string, { stageId: string; pipelineId: string }>()
  return deals.map(({ draft, stage }, at) => {
    const data = places.get(stage.id) ?? { stageId: stage.id, pipelineId: draft.pipelineId }
    places.set(stage.id, data)
    return {
      type: 'opportunity.imported',
      subject: ids[at] ?? '',
      customerId: draft.customerId ?? null,
      title: draft.name,
      version: 1,
      data,
    }
  })
}

const chanceOf = ({ draft, stage }: NewDeal) =>
  draft.probability !== undefined && isOpenPhase(stage.phase)
    ? { probability: draft.probability, probabilityManual: true }
    : { probability: stage.probability, probabilityManual: false }

const worthOf = (deal: NewDeal) => {
  const { draft, currency, rate, base, costOf } = deal
  const lines = priceLines(draft.lines ?? [], currency, costOf)
  const amount = lines.length > 0 ? totalOf(lines, currency) : (draft.amount ?? '0')
  const { probability } = chanceOf(deal)
  return {
    lines,
    columns: {
      ...baseOf({ amount, currency, rate, base, probability }),
      margin: marginOf(lines, currency),
      productIds: [...new Set(lines.map(({ productId }) => productId))],
    },
  }
}

const rowOf = (tx: Tx, deal: NewDeal, number: string) => {
  const { draft, stage, currency, rate, place, past, begin, closedAt, reasonId } = deal
  const by = tx.actor.userId
  // The columns come from the list of fields, so that only what the draft's schema knows is among them. One object that
  // grows, because to spread one of so many into another is slow.
  return Object.assign(columnsOf(opportunityFields, draft), place, chanceOf(deal), {
    number,
    currency,
    rate,
    searchText: searchTextFor(draft.name, number),
    stageId: stage.id,
    phase: stage.phase,
    forecastCategory: stage.forecastCategory,
    stageEnteredAt: closedAt ?? begin,
    closedAt,
    reasonId,
    createdAt: tx.now,
    createdById: by,
    updatedAt: tx.now,
    updatedById: by,
    ...past,
  })
}

type Worth = { amount: string; baseAmount: string } | undefined

const stayRows = (deal: NewDeal, opportunityId: string, worth: Worth, importer: string | null) => {
  const { amount = '0', baseAmount = '0' } = worth ?? {}
  const { stages, stage, begin, closedAt, pipelineVersion, past, place } = deal
  // Who moved a past deal is not in the file; its owner is the nearest to it.
  const byId = past.createdById ?? (closedAt ? place.ownerId : importer)
  return staysOf(stages, stage.id, begin, closedAt).map((stay) => ({
    ...stay,
    opportunityId,
    byId,
    amount,
    baseAmount,
    pipelineVersion,
  }))
}
