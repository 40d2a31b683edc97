/** Won, lost, value and win rate by one dimension. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { addDays, addPeriods, startOfDay } from '@rapport/domain/dates.ts'
import type { SalesQuery, SalesReport, Slice } from '@rapport/domain/features/reports/reports.ts'
import { readsSlice } from '@rapport/domain/features/reports/slice-fields.ts'
import { wilson } from '@rapport/domain/features/reports/statistics.ts'
import type { Ctx } from '../../ctx.ts'
import { demandFields } from '../../http/problems.ts'
import { raw, sql, type Sql } from '../../records/record-set.ts'
import { baseCurrency } from '../settings/settings.queries.ts'
import { daysFilter, drillOf, type MoneyView, moneyIn, PHASES, visibleDeals } from './reports.scope.queries.ts'

type Row = {
  key: string | null
  label: SalesReport['rows'][number]['label']
  parentKey: string | null
  won: number
  lost: number
  wonValue: unknown
  below?: string[] | null
}
type Cycle = SalesReport['total']['cycle']
type Total = { won: number; lost: number; wonValue: unknown; currency: string } & Cycle

/** Errors: 403 `fields.hidden` for a slice by what is hidden. */
export const salesReport = async (ctx: Ctx, query: SalesQuery): Promise<SalesReport> => {
  demandFields(readsSlice(ctx.actor, query.by))
  const deals = closedDeals(ctx, query)
  const rows = await ctx.db.$queryRaw<Row[]>`with deals as (${deals}) ${bySlice(query.by)}`
  const totalled = await ctx.db.$queryRaw<[Total]>`with deals as (${deals}) ${totals}`
  const [{ won, lost, wonValue, currency, ...cycle }] = totalled
  const money = moneyIn(ctx, currency)
  const slice = (row: Row) => sliceFilter(query.by, row)
  return {
    currency: money.currency,
    rows: rows.map((row) => ({
      key: row.key,
      parentKey: row.parentKey,
      label: row.label,
      ...figures(query, money, row, slice(row)),
    })),
    total: {
      ...figures(query, money, { won, lost, wonValue }, null),
      cycle,
    },
  }
}

const closedDeals = (ctx: Ctx, { from, to, ...narrowing }: SalesQuery): Sql => {
  const zone = ctx.actor.timeZone
  const since = from ? sql`and opportunity."closedAt" >= ${startOfDay(from, zone)}` : sql``
  const until = to ? sql`and opportunity."closedAt" < ${startOfDay(addDays(to, 1), zone)}` : sql``
  return sql`select opportunity.id, opportunity.phase, opportunity."baseAmount", opportunity.rate, opportunity."ownerId", opportunity."teamId", opportunity."sourceId", opportunity."pipelineId",
    opportunity."customerId", date_trunc('month', opportunity."closedAt" at time zone ${zone})::date::text as month,
    (opportunity."closedAt" at time zone ${zone})::date - opportunity."startedAt" as days
    ${visibleDeals(ctx, narrowing, sql`opportunity.phase in ('won', 'lost') ${since} ${until}`)}`
}

const measured = sql`count(*) filter (where d.phase = 'won')::int as won, count(*) filter (where d.phase = 'lost')::int as lost,
  coalesce(sum(d."baseAmount") filter (where d.phase = 'won'), 0) as "wonValue"`

const totals = sql`select ${measured}, ${baseCurrency} as currency,
  round(avg(d.days) filter (where d.phase = 'won'), 4)::float8 as "wonMean", (percentile_cont(0.5) within group (order by d.days) filter (where d.phase = 'won'))::float8 as "wonMedian",
  round(avg(d.days) filter (where d.phase = 'lost'), 4)::float8 as "lostMean", (percentile_cont(0.5) within group (order by d.days) filter (where d.phase = 'lost'))::float8 as "lostMedian"
  from deals d`

const joined = (column: string, table: string, label: string): Sql => sql`
  select d.${raw(`"${column}"`)}::text as key, ${raw(label)} as label, null::text as "parentKey", ${measured}
  from deals d left join ${raw(table)} named on named.id = d.${raw(`"${column}"`)} group by 1, ${raw(label)} order by "wonValue" desc, 1`

// A team's figures include those of the teams below it; a deal without team stands in a row of its own.
const byTeam = sql`, recursive_teams as (
    with recursive tree as (select id as root, id from teams union all select tree.root, t.id from teams t join tree on t."parentId" = tree.id) select * from tree)
  select t.id::text as key, t.label, t."parentId"::text as "parentKey", ${measured},
    (select array_agg(b.id::text) from recursive_teams b where b.root = t.id) as below
  from deals d join recursive_teams r on r.id = d."teamId" join teams t on t.id = r.root group by t.id
  union all select null, null, null, ${measured}, null from deals d where d."teamId" is null having count(*) > 0
  order by "wonValue" desc`

// A deal counts once for each of its products, with the net of that product's lines.
const byProduct = sql`
  select l."productId"::text as key, p.label, null::text as "parentKey", count(*) filter (where d.phase = 'won')::int as won,
    count(*) filter (where d.phase = 'lost')::int as lost, coalesce(sum(round(l.net * d.rate, 2)) filter (where d.phase = 'won'), 0) as "wonValue"
  from deals d join (select "opportunityId", "productId", sum(net) as net from opportunity_lines group by 1, 2) l on l."opportunityId" = d.id
  join products p on p.id = l."productId" group by 1, p.label order by "wonValue" desc, 1`

const byIndustry = sql`
  select c."industryId"::text as key, i.label, null::text as "parentKey", ${measured}
  from deals d left join customers c on c.id = d."customerId" left join dictionary_items i on i.id = c."industryId" group by 1, i.label order by "wonValue" desc, 1`

// Months in which nothing was closed stand between the others, or a line of months would hide them.
const byMonth = sql`
  select m.month as key, to_jsonb(m.month) as label, null::text as "parentKey", ${measured}
  from (select generate_series(min(month)::date, max(month)::date, interval '1 month')::date::text as month from deals) m left join deals d using (month)
  group by 1 order by 1`

const bySlice = (by: Slice): Sql => {
  switch (by) {
    case 'owner':
      return joined('ownerId', 'users', 'to_jsonb(named.name)')
    case 'source':
      return joined('sourceId', 'sources', 'named.label')
    case 'pipeline':
      return joined('pipelineId', 'pipelines', 'named.label')
    case 'team':
      return byTeam
    case 'product':
      return byProduct
    case 'industry':
      return byIndustry
    case 'month':
      return byMonth
  }
}

const fieldOf: Record<Exclude<Slice, 'month' | 'product'>, string> = {
  owner: 'ownerId',
  team: 'teamId',
  source: 'sourceId',
  pipeline: 'pipelineId',
  industry: 'customer.industryId',
}

const sliceFilter = (by: Slice, { key, below }: Row): Filter | null => {
  if (by === 'month')
    return key === null
      ? null
      : { field: 'closedAt', op: 'between', value: { from: key, to: addDays(addPeriods(key, 'month', 1), -1) } }
  if (by === 'product') return key === null ? null : { field: 'productIds', op: 'hasAny', value: [key] }
  if (key === null) return { field: fieldOf[by], op: 'empty' }
  return by === 'team' && below
    ? { field: 'teamId', op: 'in', value: below }
    : { field: fieldOf[by], op: 'eq', value: key }
}

const figures = (
  query: SalesQuery,
  money: MoneyView,
  row: { won: number; lost: number; wonValue: unknown },
  slice: Filter | null,
) => {
  const period = daysFilter('closedAt', query.from, query.to)
  const drill = (phase: Filter) => drillOf(query, phase, period, slice)
  return {
    won: row.won,
    lost: row.lost,
    wonValue: money.show(row.wonValue),
    winRate: wilson(row.won, row.won + row.lost),
    drill: { won: drill(PHASES.won), lost: drill(PHASES.lost), closed: drill(PHASES.closed) },
  }
}
