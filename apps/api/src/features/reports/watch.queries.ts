/** Large, stuck and slipping deals, each counted under the very condition that lists them, in one statement. */
import { watchedDeals, watches, type Watch } from '@rapport/domain/features/opportunities/watched-deals.ts'
import type { WatchQuery, WatchReport } from '@rapport/domain/features/reports/watch.ts'
import { both, conditionsOf } from '@rapport/domain/filter/filter.ts'
import type { Ctx } from '../../ctx.ts'
import { readable, type ReadableSet } from '../../records/readable-set.ts'
import { join, sql } from '../../records/record-set.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'
import { baseCurrency } from '../settings/settings.queries.ts'
import { drillOf, moneyIn, visibleDeals } from './reports.scope.queries.ts'

type Row = { watch: Watch; count: number; value: unknown; currency: string }

export const watchReport = async (ctx: Ctx, query: WatchQuery): Promise<WatchReport> => {
  const told = watches.filter(toldTo(readable(opportunityRecords, ctx)))
  const counted = told.map((watch) => {
    const narrowing = { ...query, filter: both(query.filter, watchedDeals[watch].filter) }
    return sql`select ${watch} as watch, count(*)::int as count, coalesce(sum(opportunity."baseAmount"), 0) as value ${visibleDeals(ctx, narrowing)}`
  })
  const nothing = sql`select null as watch, 0 as count, 0::numeric as value`
  const rows = await ctx.db.$queryRaw<Row[]>`
    select found.*, ${baseCurrency} as currency from (${join([nothing, ...counted], ' union all ')}) found`
  const money = moneyIn(ctx, rows[0]?.currency ?? '')
  return {
    currency: money.currency,
    rows: told.flatMap((watch) =>
      rows
        .filter((row) => row.watch === watch)
        .map(({ count, value }) => ({
          watch,
          count,
          value: money.show(value),
          drill: drillOf(query, watchedDeals[watch].filter),
        })),
    ),
  }
}

const toldTo = (set: ReadableSet) => (watch: Watch) =>
  conditionsOf(watchedDeals[watch].filter).every(({ field }) => set.lookup(field)?.filterable === true)
