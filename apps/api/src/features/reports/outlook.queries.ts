/** What is won and what should come in this month, quarter and year, beside what the one before brought, in one statement. */
import { dateIn, startOfDay } from '@rapport/domain/dates.ts'
import { outlookDays, type OutlookQuery, type OutlookReport } from '@rapport/domain/features/reports/outlook.ts'
import type { Ctx } from '../../ctx.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { daysFilter, drillOf, type MoneyView, moneyView, PHASES, visibleDeals } from './reports.scope.queries.ts'

type Row = {
  period: string
  won: number
  wonValue: unknown
  open: number
  weighted: unknown
  expected: unknown
  before: number
  beforeValue: unknown
}
type Days = ReturnType<typeof outlookDays>[number]

export const outlookReport = async (ctx: Ctx, query: OutlookQuery): Promise<OutlookReport> => {
  const money = await moneyView(ctx)
  const periods = outlookDays(dateIn(ctx.now, ctx.actor.timeZone))
  const rows = await ctx.db.$queryRaw<Row[]>`
    with deals as (${dealsOf(ctx, query, periods)}),
    periods as (select * from unnest(${periods.map(({ period }) => period)}::text[], ${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[],
      ${periods.map(({ before }) => before.from)}::date[], ${periods.map(({ before }) => before.to)}::date[]) as p(period, since, until, "beforeSince", "beforeUntil"))
    select p.period,
      count(*) filter (where d.phase = 'won' and d.day between p.since and p.until)::int as won,
      coalesce(sum(d."baseAmount") filter (where d.phase = 'won' and d.day between p.since and p.until), 0) as "wonValue",
      count(*) filter (where d.phase <> 'won' and d.day between p.since and p.until)::int as open,
      coalesce(sum(d."weightedBase") filter (where d.phase <> 'won' and d.day between p.since and p.until), 0) as weighted,
      coalesce(sum(case when d.phase = 'won' then d."baseAmount" else d."weightedBase" end) filter (where d.day between p.since and p.until), 0) as expected,
      count(*) filter (where d.phase = 'won' and d.day between p."beforeSince" and p."beforeUntil")::int as before,
      coalesce(sum(d."baseAmount") filter (where d.phase = 'won' and d.day between p."beforeSince" and p."beforeUntil"), 0) as "beforeValue"
    from periods p left join deals d on d.day between p."beforeSince" and p.until group by p.period`
  const shown = periods.flatMap((days) => {
    const row = rows.find(({ period }) => period === days.period)
    return row ? [shownPeriod(query, money, days, row)] : []
  })
  return { currency: money.currency, periods: shown }
}

const shownPeriod = (
  query: OutlookQuery,
  money: MoneyView,
  { period, from, to, before }: Days,
  row: Row,
): OutlookReport['periods'][number] => {
  const wonIn = (since: string, until: string) => drillOf(query, PHASES.won, daysFilter('closedAt', since, until))
  const openDays = daysFilter('expectedCloseAt', from, to)
  const openIn = drillOf(query, PHASES.open, openDays)
  const either = [drillOf({}, PHASES.won, daysFilter('closedAt', from, to)), drillOf({}, PHASES.open, openDays)]
  return {
    period,
    from,
    to,
    won: { count: row.won, value: money.show(row.wonValue), drill: wonIn(from, to) },
    open: { count: row.open, value: money.showWeighted(row.weighted), drill: openIn },
    expected: {
      count: row.won + row.open,
      value: money.showWeighted(row.expected),
      drill: drillOf(query, { or: either }),
    },
    before: {
      ...before,
      count: row.before,
      value: money.show(row.beforeValue),
      drill: wonIn(before.from, before.to),
    },
  }
}

// What was won since the year before began, and what is open and should close within one of the periods.
const dealsOf = (ctx: Ctx, query: OutlookQuery, periods: readonly Days[]): Sql => {
  const zone = ctx.actor.timeZone
  const earliest = periods.map(({ before }) => before.from).toSorted()[0] ?? ''
  const [since, until] = [
    periods.map(({ from }) => from).toSorted()[0],
    periods
      .map(({ to }) => to)
      .toSorted()
      .at(-1),
  ]
  const within = sql`(opportunity.phase = 'won' and opportunity."closedAt" >= ${startOfDay(earliest, zone)})
    or (opportunity.phase in ('open', 'commit') and opportunity."expectedCloseAt" between ${since}::date and ${until}::date)`
  return sql`select opportunity.phase, opportunity."baseAmount", opportunity."weightedBase",
    case when opportunity.phase = 'won' then (opportunity."closedAt" at time zone ${zone})::date else opportunity."expectedCloseAt" end as day
    ${visibleDeals(ctx, query, within)}`
}
