/** Deals that entered each stage in the period: how many went on, how long it took, how many are still inside. */
import { addDays, startOfDay } from '@rapport/domain/dates.ts'
import type { FunnelDealsQuery, FunnelQuery, FunnelReport } from '@rapport/domain/features/reports/reports.ts'
import { medianDwell, wilson } from '@rapport/domain/features/reports/statistics.ts'
import type { Ctx } from '../../ctx.ts'
import { listRecords, type Page } from '../../records/list.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'
import { moneyView, visibleDeals } from './reports.scope.queries.ts'

type Figures = Pick<
  FunnelReport['stages'][number],
  'stageId' | 'label' | 'order' | 'color' | 'phase' | 'entered' | 'forward' | 'back' | 'lost' | 'open'
>
type Row = Figures & { enteredValue: unknown; dwells: { days: number; left: number; censored: number }[] }

/** A deal counts once per stage, with its first entry in the period. */
export const funnelReport = async (ctx: Ctx, query: FunnelQuery): Promise<FunnelReport> => {
  const money = await moneyView(ctx)
  const rows = await ctx.db.$queryRaw<Row[]>`
    with deals as (select opportunity.id ${visibleDeals(ctx, query)}), entries as (${entriesOf(ctx, query, sql`join deals on deals.id = m."opportunityId"`)}),
    dwells as (select "toStageId", days, count(*) filter (where outcome <> 'open')::int as gone, count(*) filter (where outcome = 'open')::int as censored from entries group by 1, 2)
    select s.id as "stageId", s.label, s."order", s.color, s.phase, count(e.*)::int as entered, coalesce(sum(e."baseAmount"), 0) as "enteredValue",
      count(*) filter (where e.outcome = 'forward')::int as forward, count(*) filter (where e.outcome = 'back')::int as back,
      count(*) filter (where e.outcome = 'lost')::int as lost, count(*) filter (where e.outcome = 'open')::int as open,
      coalesce((select json_agg(json_build_object('days', w.days, 'left', w.gone, 'censored', w.censored)) from dwells w where w."toStageId" = s.id), '[]') as dwells
    from stages s left join entries e on e."toStageId" = s.id
    where s."pipelineId" = ${query.pipelineId}::uuid and s."archivedAt" is null group by s.id order by s."order"`
  return {
    currency: money.currency,
    stages: rows.map(({ dwells, enteredValue, ...row }) => ({
      ...row,
      enteredValue: money.show(enteredValue),
      conversion: wilson(row.forward, row.forward + row.back + row.lost),
      medianDays: isClosed(row.phase) ? null : medianDwell(dwells),
    })),
  }
}

const isClosed = (phase: string) => phase === 'won' || phase === 'lost'

// What became of a stay is told by the move that ended it: onward (won included), back, or lost.
const entriesOf = (ctx: Ctx, { from, to }: FunnelQuery, scope: Sql): Sql => {
  const zone = ctx.actor.timeZone
  const since = from ? sql`and m."enteredAt" >= ${startOfDay(from, zone)}` : sql``
  const until = to ? sql`and m."enteredAt" < ${startOfDay(addDays(to, 1), zone)}` : sql``
  return sql`select distinct on (m."opportunityId", m."toStageId") m."opportunityId", m."toStageId", m."baseAmount",
      floor(extract(epoch from coalesce(m."leftAt", ${ctx.now}) - m."enteredAt") / 86400)::int as days,
      case when m."leftAt" is null then 'open' when n.phase = 'lost' then 'lost' when next.direction in ('forward', 'skip', 'close', 'reopen') then 'forward' else 'back' end as outcome
    from stage_moves m ${scope}
    left join lateral (select x."toStageId", x.direction from stage_moves x where x."opportunityId" = m."opportunityId" and x."enteredAt" >= m."leftAt" and x.id <> m.id order by x."enteredAt", x.id limit 1) next on true
    left join stages n on n.id = next."toStageId"
    where true ${since} ${until} order by m."opportunityId", m."toStageId", m."enteredAt"`
}

/** The deals behind one figure of the funnel. */
export const funnelDeals = <T>(
  ctx: Ctx,
  { stageId, outcome, limit, cursor, ...query }: FunnelDealsQuery,
): Promise<Page<T>> => {
  const which = outcome ? sql`and e.outcome = ${outcome}` : sql``
  const entered = sql`opportunity."pipelineId" = ${query.pipelineId}::uuid and opportunity.id in (select e."opportunityId" from (${entriesOf(ctx, query, sql``)}) e where e."toStageId" = ${stageId}::uuid ${which})`
  return listRecords<T>(
    ctx,
    opportunityRecords,
    { filter: query.filter, sort: ['-baseAmount'], limit, cursor },
    entered,
  )
}
