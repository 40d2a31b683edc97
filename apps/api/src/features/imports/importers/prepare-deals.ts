/** What a batch of deals needs to know: pipelines with their stages, prices, owners' teams, rates of their days. */
import { dateIn } from '@rapport/domain/dates.ts'
import { beginOf, lineFor, type DealTimes } from '@rapport/domain/features/opportunities/imported-deals.ts'
import type { OpportunityDraft } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { Refusal } from '../../../http/problems.ts'
import { findPlaces, type OwnerPlace } from '../../../records/owners.queries.ts'
import { sharePipeline } from '../../pipelines/stages.queries.ts'
import { baseCurrencyOf, rateOf } from '../../exchange-rates/exchange-rates.queries.ts'
import type { NewDeal } from '../../opportunities/opportunities.import.commands.ts'
import {
  loadPipelines,
  loadPrices,
  type PipelineState,
  type PricedProduct,
} from '../../opportunities/opportunities.import.queries.ts'
import type { Judged } from '../batch/importer.ts'
import { pastOf } from '../batch/past-of.ts'

export type Prepared = {
  pipelines: ReadonlyMap<string, PipelineState | null>
  products: ReadonlyMap<string, PricedProduct | null>
  placeOf: (ownerId: string | null) => OwnerPlace
  base: string
  /** By currency and day; absent where there is none. */
  rates: ReadonlyMap<string, string | null>
}

const textsOf = (rows: readonly Judged[], path: string) => {
  const texts = new Set<string>()
  for (const { row } of rows) if (row.values.has(path)) texts.add(String(row.values.get(path)))
  return texts
}

export const ownerOf = (tx: Tx, { draft }: Judged): string | null =>
  (draft.ownerId as string | undefined) ?? tx.actor.userId

export const timesOf = ({ row }: Judged): DealTimes => {
  const at = (path: string) => (row.values.has(path) ? new Date(String(row.values.get(path))) : null)
  const startedAt = row.values.get('startedAt')
  return {
    startedAt: typeof startedAt === 'string' ? startedAt : null,
    createdAt: at('createdAt'),
    closedAt: at('closedAt'),
  }
}

type Known = {
  base: string | null
  pipelines: Map<string, PipelineState | null>
  products: Map<string, PricedProduct | null>
  places: Map<string | null, OwnerPlace>
  rates: Map<string, string | null>
}
// A plan lives as long as its batch, whose parts need much the same: what one has asked the next ones know.
const remembered = new WeakMap<ImportPlan, Known>()

const knownFor = (plan: ImportPlan): Known => {
  const known = remembered.get(plan) ?? {
    base: null,
    pipelines: new Map(),
    products: new Map(),
    places: new Map(),
    rates: new Map(),
  }
  remembered.set(plan, known)
  return known
}

/** Asks at once what does not build on one another; `tx` must be one whose questions take turns. */
export const prepareDeals = async (tx: Tx, plan: ImportPlan, rows: readonly Judged[]): Promise<Prepared> => {
  const known = knownFor(plan)
  const owners = new Set(rows.map((one) => ownerOf(tx, one)))
  const [base] = await Promise.all([
    known.base ?? baseCurrencyOf(tx),
    learn(known.pipelines, textsOf(rows, 'pipelineId'), (ids) => loadPipelines(tx, ids)),
    learn(known.products, textsOf(rows, 'product'), (ids) => loadPrices(tx, ids)),
    learn(known.places, owners, async (ids) => {
      const placeOf = await findPlaces(tx, ids)
      return new Map(ids.map((id) => [id, placeOf(id)]))
    }),
  ])
  known.base = base
  const { pipelines, products, places, rates } = known
  const foreign = rows.filter((one) => currencyOf({ pipelines }, one) !== base)
  const keys = new Set(foreign.map((one) => rateKey(tx, plan, { pipelines }, one)))
  await learn(rates, keys, (fresh) => loadRates(tx, fresh))
  const placeOf = (ownerId: string | null) => places.get(ownerId) ?? { ownerId, teamId: null }
  return { pipelines, base, products, placeOf, rates }
}

const held = new WeakMap<object, Set<PipelineState>>()

/**
 * Holds the pipelines that rows of this plan were judged by until the transaction ends, which nobody can publish meanwhile;
 * false when one of them was published, archived or removed since.
 */
export const holdPipelines = async (tx: Tx, plan: ImportPlan): Promise<boolean> => {
  const mine = held.get(tx.db) ?? new Set()
  held.set(tx.db, mine)
  for (const state of knownFor(plan).pipelines.values()) {
    if (!state || mine.has(state)) continue
    const now = await sharePipeline(tx, state.pipeline.id)
    if (now?.publishedVersion !== state.pipeline.publishedVersion || now.archivedAt) return false
    mine.add(state)
  }
  return true
}

// Asks for those alone that nobody asked for yet; what is not found is remembered as well.
const learn = async <Key, Fact>(
  known: Map<Key, Fact | null>,
  wanted: ReadonlySet<Key>,
  ask: (fresh: Key[]) => Promise<ReadonlyMap<Key, Fact>>,
): Promise<void> => {
  const fresh = [...wanted].filter((key) => !known.has(key))
  if (fresh.length === 0) return
  const found = await ask(fresh)
  for (const key of fresh) known.set(key, found.get(key) ?? null)
}

/** The deal's currency: its own, else the pipeline's. */
export const currencyOf = ({ pipelines }: Pick<Prepared, 'pipelines'>, { draft }: Judged): string =>
  (draft.currency as string | undefined) ?? pipelines.get(String(draft.pipelineId))?.pipeline.currency ?? ''

// A past deal is worth what it was worth on its day.
export const rateKey = (tx: Tx, plan: ImportPlan, prepared: Pick<Prepared, 'pipelines'>, one: Judged): string => {
  const { timeZone } = plan.options
  const day = plan.history ? beginOf(timesOf(one), tx.now, timeZone) : tx.now
  return `${currencyOf(prepared, one)} ${dateIn(day, timeZone)}`
}

/** What one unit of the deal's currency is worth in base; null where that is not known. */
export const rateFor = (tx: Tx, plan: ImportPlan, prepared: Prepared, one: Judged): string | null =>
  currencyOf(prepared, one) === prepared.base ? '1' : (prepared.rates.get(rateKey(tx, plan, prepared, one)) ?? null)

const loadRates = async (tx: Tx, keys: readonly string[]): Promise<Map<string, string>> => {
  const rates = new Map<string, string>()
  for (const key of keys) {
    const [currency = '', day = ''] = key.split(' ')
    if (currency) {
      const rate = await rateOf(tx, currency, day).catch((error: unknown) => {
        if (error instanceof Refusal) return null
        throw error
      })
      if (rate !== null) rates.set(key, rate)
    }
  }
  return rates
}

/** The product's line, where the row names one; null when it makes no price. */
export const lineOf = (prepared: Prepared, one: Judged) => {
  const product = prepared.products.get(String(one.row.values.get('product')))
  if (!product) return undefined
  const { amount } = one.draft as Partial<OpportunityDraft>
  const quantity = one.row.values.get('quantity') as string | undefined
  return lineFor(product, { amount, quantity, currency: currencyOf(prepared, one) })
}

/** The row as the room of opportunities takes it; it was checked before. */
export const dealOf = (tx: Tx, plan: ImportPlan, prepared: Prepared, one: Judged): NewDeal => {
  const draft = one.draft as OpportunityDraft
  const { pipeline, stages } = prepared.pipelines.get(draft.pipelineId) as PipelineState
  const times = timesOf(one)
  const line = lineOf(prepared, one)
  const currency = currencyOf(prepared, one)
  return {
    draft: line ? { ...draft, lines: [line] } : draft,
    stages,
    stage: stages.find(({ id }) => id === draft.stageId) as NewDeal['stage'],
    pipelineVersion: pipeline.publishedVersion,
    currency,
    base: prepared.base,
    rate: rateFor(tx, plan, prepared, one) ?? '1',
    place: prepared.placeOf(ownerOf(tx, one)),
    past: pastOf(plan, one.row),
    begin: plan.history ? beginOf(times, tx.now, plan.options.timeZone) : tx.now,
    closedAt: plan.history ? times.closedAt : null,
    reasonId: plan.history ? ((one.row.values.get('reasonId') as string | undefined) ?? null) : null,
    costOf: (id) =>
      prepared.products.get(id)?.currency === currency ? (prepared.products.get(id)?.cost ?? null) : null,
  }
}
