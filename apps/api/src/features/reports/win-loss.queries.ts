/** Won and lost deals by reason, by the stage they were lost in and by competitor, of two periods in one statement. */
import { may } from '@rapport/domain/access/actor.ts'
import { readsLabel } from '@rapport/domain/access/readable.ts'
import { addDays, dateIn, startOfDay } from '@rapport/domain/dates.ts'
import { previousPeriod, type Days } from '@rapport/domain/features/reports/compared-period.ts'
import type { WinLossQuery, WinLossReport } from '@rapport/domain/features/reports/win-loss.ts'
import { both } from '@rapport/domain/filter/filter.ts'
import type { Ctx } from '../../ctx.ts'
import { labelOf, readable, type ReadableSet } from '../../records/readable-set.ts'
import { join, sql, type Sql } from '../../records/record-set.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'
import { baseCurrency } from '../settings/settings.queries.ts'
import { daysFilter, moneyIn, PHASES, visibleDeals } from './reports.scope.queries.ts'
import { competitorRows, lossRows, totalOf, type Counts, type Part, type Row } from './win-loss-rows.ts'

export const winLossReport = async (ctx: Ctx, query: WinLossQuery): Promise<WinLossReport> => {
  const set = readable(opportunityRecords, ctx)
  const compared = previousPeriod(query, dateIn(ctx.now, ctx.actor.timeZone))
  const told = partsFor(set)
  const rows = await ctx.db.$queryRaw<(Omit<Row, 'now' | 'before'> & Figures & { currency: string })[]>`
    with deals as (${closedDeals(ctx, set, query, compared)})
    select parts.*, ${baseCurrency} as currency from (${join(
      told.map((part) => sql`(${statements[part]})`),
      ' union all ',
    )}) parts order by "order", lost + "lostBefore" desc, won desc, key`
  const money = moneyIn(ctx, rows[0]?.currency ?? '')
  const found = rows.map(({ part, key, label, ...figures }) => ({ part, key, label, ...periodsOf(figures) }))
  const of = (part: Part) => (told.includes(part) ? found.filter((row) => row.part === part) : null)
  const view = { query, compared, money }
  return {
    currency: money.currency,
    compared,
    total: totalOf(view, found),
    reasons: lossRows(view, of('reason')),
    stages: lossRows(view, of('stage')),
    competitors: competitorRows(view, of('competitor')),
  }
}

type Figures = Counts & { wonBefore: number; lostBefore: number; lostValueBefore: unknown }

const periodsOf = ({ won, lost, lostValue, wonBefore, lostBefore, lostValueBefore }: Figures) => ({
  now: { won, lost, lostValue },
  before: { won: wonBefore, lost: lostBefore, lostValue: lostValueBefore },
})

// What rests on a field or a noun that the reader does not know is no part of his report.
const partsFor = (set: ReadableSet): Part[] => {
  const knows = (name: string) => set.lookup(name)?.filterable === true
  return [
    'total',
    ...(knows('reasonId') ? (['reason'] as const) : []),
    ...(knows('closedInStageId') ? (['stage'] as const) : []),
    ...(knows('competitorIds') && may(set.reader.actor, 'competitors.read') ? (['competitor'] as const) : []),
  ]
}

// The same conditions that list the rows behind a figure; of the days between the two periods nothing is counted.
const closedDeals = (ctx: Ctx, set: ReadableSet, query: WinLossQuery, compared: Days | null): Sql => {
  const { from, to, filter, pipelineId } = query
  const days = daysFilter('closedAt', compared?.from ?? from, to)
  const wanted = both(filter, days ? { and: [PHASES.closed, days] } : PHASES.closed)
  const zone = ctx.actor.timeZone
  const gap =
    compared && from
      ? sql`not (opportunity."closedAt" >= ${startOfDay(addDays(compared.to, 1), zone)} and opportunity."closedAt" < ${startOfDay(from, zone)})`
      : sql`true`
  const name = (field: string) => {
    const found = set.fields[field]
    return (found && labelOf(set, found)) ?? sql`null::jsonb`
  }
  return sql`select opportunity.id, opportunity.phase, opportunity."baseAmount", opportunity."reasonId", opportunity."closedInStageId",
    ${compared && from ? sql`opportunity."closedAt" >= ${startOfDay(from, zone)}` : sql`true`} as present,
    ${name('reasonId')} as reason, ${name('closedInStageId')} as stage, closed_in."order" as "stageOrder",
    ${readsLabel(ctx.actor, 'competitors') ? sql`true` : sql`false`} as named
    ${visibleDeals(ctx, { filter: wanted, pipelineId }, gap)}`
}

const measured = sql`count(*) filter (where d.present and d.phase = 'won')::int as won, count(*) filter (where d.present and d.phase = 'lost')::int as lost,
  coalesce(sum(d."baseAmount") filter (where d.present and d.phase = 'lost'), 0) as "lostValue",
  count(*) filter (where not d.present and d.phase = 'won')::int as "wonBefore", count(*) filter (where not d.present and d.phase = 'lost')::int as "lostBefore",
  coalesce(sum(d."baseAmount") filter (where not d.present and d.phase = 'lost'), 0) as "lostValueBefore"`

// More rows than these nobody reads; those with most deals come first.
const most = sql`limit 200`

const statements: Record<Part, Sql> = {
  total: sql`select 'total' as part, null::text as key, null::jsonb as label, 0 as "order", ${measured} from deals d`,
  reason: sql`select 'reason' as part, d."reasonId"::text as key, d.reason as label, 1 as "order", ${measured}
    from deals d where d.phase = 'lost' group by d."reasonId", d.reason order by count(*) desc, 2 ${most}`,
  stage: sql`select 'stage' as part, d."closedInStageId"::text as key, d.stage as label, 2 + coalesce(d."stageOrder", 10000) as "order", ${measured}
    from deals d where d.phase = 'lost' group by d."closedInStageId", d.stage, d."stageOrder" order by count(*) desc, 2 ${most}`,
  competitor: sql`select 'competitor' as part, met."competitorId"::text as key, case when bool_and(d.named) then to_jsonb(competitor.name) end as label, 1 as "order", ${measured}
    from deals d left join opportunity_competitors met on met."opportunityId" = d.id left join competitors competitor on competitor.id = met."competitorId"
    group by met."competitorId", competitor.name order by count(*) desc, 2 ${most}`,
}
