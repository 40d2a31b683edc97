/** Open deals by stage, and the weighted forecast by month of the expected close. */
import { addDays, addPeriods } from '@rapport/domain/dates.ts'
import type {
  ForecastQuery,
  ForecastReport,
  PipelineQuery,
  PipelineReport,
} from '@rapport/domain/features/reports/reports.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import type { Ctx } from '../../ctx.ts'
import { demandFields } from '../../http/problems.ts'
import { sql } from '../../records/record-set.ts'
import { daysFilter, drillOf, type MoneyView, moneyView, PHASES, visibleDeals } from './reports.scope.queries.ts'

type Open = { count: number; value: unknown; weighted: unknown }
type StageRow = Open &
  Pick<PipelineReport['stages'][number], 'pipelineId' | 'stageId' | 'label' | 'order' | 'color' | 'phase'> & {
    probability: unknown
  }
const openPhases = sql`opportunity.phase in ('open', 'commit')`
const measured = sql`count(*)::int as count, coalesce(sum(opportunity."baseAmount"), 0) as value, coalesce(sum(opportunity."weightedBase"), 0) as weighted`
const zero = { toFixed: (digits: number) => (0).toFixed(digits) }

/** Errors: 403 `fields.hidden`. */
export const pipelineReport = async (ctx: Ctx, query: PipelineQuery): Promise<PipelineReport> => {
  demandFields(opportunityPolicy.readPlace(ctx.actor))
  const money = await moneyView(ctx)
  const rows = await ctx.db.$queryRaw<StageRow[]>`
    select s."pipelineId", s.id as "stageId", s.label, s."order", s.color, s.phase, s.probability, f.count, f.value, f.weighted
    from (select opportunity."stageId" as id, ${measured} ${visibleDeals(ctx, query, openPhases)} group by 1) f
    join stages s on s.id = f.id order by s."pipelineId", s."order"`
  const shown = rows.map(({ value, weighted, probability, ...row }) => ({
    ...row,
    probability: String(probability),
    value: money.show(value),
    weighted: money.showWeighted(weighted),
    drill: drillOf(query, PHASES.open, { field: 'stageId', op: 'eq', value: row.stageId }),
  }))
  return {
    currency: money.currency,
    stages: shown,
    total: { ...sumOf(rows, money), drill: drillOf(query, PHASES.open) },
  }
}

type Sum = { plus: (other: unknown) => Sum; toFixed: (digits: number) => string }
const sumOf = (rows: readonly Open[], money: MoneyView) => {
  const add = (key: 'value' | 'weighted') =>
    rows.map((row) => row[key] as Sum).reduce<Sum | null>((sum, value) => (sum ? sum.plus(value) : value), null)
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    value: money.show(add('value') ?? zero),
    weighted: money.showWeighted(add('weighted') ?? zero),
  }
}

type MonthRow = Open & { month: string | null; wonValue: unknown }

/** Won deals stand in the month of their close, open ones in the month of their expected close. */
export const forecastReport = async (ctx: Ctx, query: ForecastQuery): Promise<ForecastReport> => {
  const { from, to } = query
  const money = await moneyView(ctx)
  const zone = ctx.actor.timeZone
  const deals = sql`select opportunity.phase, opportunity."baseAmount", opportunity."weightedBase",
    case when opportunity.phase = 'won' then (opportunity."closedAt" at time zone ${zone})::date else opportunity."expectedCloseAt" end as day
    ${visibleDeals(ctx, query, sql`opportunity.phase in ('open', 'commit', 'won')`)}`
  const rows = await ctx.db.$queryRaw<MonthRow[]>`
    select date_trunc('month', d.day)::date::text as month, count(*) filter (where d.phase <> 'won')::int as count,
      coalesce(sum(d."baseAmount") filter (where d.phase <> 'won'), 0) as value, coalesce(sum(d."weightedBase") filter (where d.phase <> 'won'), 0) as weighted,
      coalesce(sum(d."baseAmount") filter (where d.phase = 'won'), 0) as "wonValue"
    from (${deals}) d where (${from ?? null}::date is null or d.day >= ${from ?? null}::date) and (${to ?? null}::date is null or d.day <= ${to ?? null}::date)
    group by 1 order by 1 limit 240`
  const within = (field: string, month: string | null) =>
    month === null
      ? ({ field, op: 'empty' } as const)
      : daysFilter(field, later(month, from), earlier(addDays(addPeriods(month, 'month', 1), -1), to))
  return {
    currency: money.currency,
    months: rows.map(({ month, count, value, weighted, wonValue }) => ({
      month,
      count,
      value: money.show(value),
      weighted: money.showWeighted(weighted),
      wonValue: money.show(wonValue),
      drill: drillOf(query, PHASES.open, within('expectedCloseAt', month)),
      drillWon: drillOf(query, PHASES.won, within('closedAt', month)),
    })),
  }
}

const later = (a: string, b: string | undefined) => (b && b > a ? b : a)
const earlier = (a: string, b: string | undefined) => (b && b < a ? b : a)
