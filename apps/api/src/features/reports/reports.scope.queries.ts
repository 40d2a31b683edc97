/** What all reports start from: the opportunities the caller may see, narrowed by his filter, as rows with the columns reports add up. */
import { may } from '@rapport/domain/access/actor.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import { both, type Filter } from '@rapport/domain/filter/filter.ts'
import { minorUnitOf } from '@rapport/domain/money.ts'
import type { Ctx } from '../../ctx.ts'
import { demand } from '../../http/problems.ts'
import { whereOf } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

export type Narrowing = { filter?: Filter | undefined; pipelineId?: string | undefined }

const narrowed = ({ filter, pipelineId }: Narrowing): Filter | undefined =>
  both(pipelineId ? { field: 'pipelineId', op: 'eq', value: pipelineId } : undefined, filter)

/** `from … where …` over visible opportunities. Reports are about opportunities, so they need the right to read them. */
export const visibleDeals = (ctx: Ctx, narrowing: Narrowing, extra?: Sql): Sql => {
  demand(may(ctx.actor, 'opportunities.read'))
  return sql`from ${opportunityRecords.from} where ${whereOf(readable(opportunityRecords, ctx), { filter: narrowed(narrowing) }, extra)}`
}

/** The filter that lists the rows behind a figure. */
export const drillOf = (narrowing: Narrowing, ...conditions: (Filter | null)[]): Filter => ({
  and: [narrowed(narrowing) ?? null, ...conditions].filter((one) => one !== null),
})

export const PHASES = {
  won: { field: 'phase', op: 'eq', value: 'won' },
  lost: { field: 'phase', op: 'eq', value: 'lost' },
  closed: { field: 'phase', op: 'in', value: ['won', 'lost'] },
  open: { field: 'phase', op: 'in', value: ['open', 'commit'] },
} as const satisfies Record<string, Filter>

/** A day range on a field as a filter; null when unbounded. */
export const daysFilter = (field: string, from?: string, to?: string): Filter | null =>
  from || to ? { field, op: 'between', value: { from: from ?? '1900-01-01', to: to ?? '2200-12-30' } } : null

/** How sums are shown to this caller: in base currency, or not at all when his role may not read amounts. */
export type MoneyView = {
  currency: string
  show: (value: unknown) => string | null
  /** A sum that weighs by probability. */
  showWeighted: (value: unknown) => string | null
}

export const moneyView = async (ctx: Ctx): Promise<MoneyView> =>
  moneyIn(ctx, (await loadOrganisation(ctx)).baseCurrency)

/** The same where the base currency came with other figures. */
export const moneyIn = (ctx: Ctx, currency: string): MoneyView => {
  const digits = minorUnitOf(currency)
  const shownIf = (reads: boolean) => (value: unknown) =>
    reads ? (value as { toFixed: (digits: number) => string }).toFixed(digits) : null
  return {
    currency,
    show: shownIf(opportunityPolicy.readWorth(ctx.actor)),
    showWeighted: shownIf(opportunityPolicy.readWeighted(ctx.actor)),
  }
}
