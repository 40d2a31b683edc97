/** Deals that entered each stage in the period: how many went on, how long it took, how many are still inside. */
import { addDays, dateIn, startOfDay } from '@rapport/domain/dates.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import { previousPeriod } from '@rapport/domain/features/reports/compared-period.ts'
import type { FunnelQuery, FunnelReport } from '@rapport/domain/features/reports/reports.ts'
import { medianDwell, wilson } from '@rapport/domain/features/reports/statistics.ts'
import { comparableSteps, weakSteps, type FunnelStep } from '@rapport/domain/features/reports/weak-steps.ts'
import { minorUnitOf } from '@rapport/domain/money.ts'
import type { Ctx } from '../../ctx.ts'
import { demandFields } from '../../http/problems.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { type MoneyView, moneyView, visibleDeals } from './reports.scope.queries.ts'

type Figures = Pick<
  FunnelReport['stages'][number],
  'stageId' | 'label' | 'order' | 'color' | 'phase' | 'entered' | 'forward' | 'back' | 'lost' | 'open'
>
type Row = Figures & {
  enteredValue: unknown
  dwells: { days: number; left: number; censored: number }[]
  /** Of those that entered, how many are won and lost by now. */
  won: number
  closed: number
  forwardBefore: number
  leftBefore: number
}

/** A deal counts once per stage, with its first entry in the period. Errors: 403 `fields.hidden`. */
export const funnelReport = async (ctx: Ctx, query: FunnelQuery): Promise<FunnelReport> => {
  demandFields(opportunityPolicy.readWay(ctx.actor))
  const money = await moneyView(ctx)
  const compared = previousPeriod(query, dateIn(ctx.now, ctx.actor.timeZone))
  const within = sql`join deals on deals.id = m."opportunityId"`
  const rows = await ctx.db.$queryRaw<Row[]>`
    with deals as (select opportunity.id, opportunity.phase ${visibleDeals(ctx, query)}), entries as (${entriesOf(ctx, query, within)}),
    earlier as (select "toStageId", count(*) filter (where outcome = 'forward')::int as forward, count(*) filter (where outcome <> 'open')::int as gone
      from (${entriesOf(ctx, { ...query, ...compared }, within)}) e where ${compared !== null} group by 1),
    dwells as (select "toStageId", days, count(*) filter (where outcome <> 'open')::int as gone, count(*) filter (where outcome = 'open')::int as censored from entries group by 1, 2)
    select s.id as "stageId", s.label, s."order", s.color, s.phase, count(e.*)::int as entered, coalesce(sum(e."baseAmount"), 0) as "enteredValue",
      count(*) filter (where e.outcome = 'forward')::int as forward, count(*) filter (where e.outcome = 'back')::int as back,
      count(*) filter (where e.outcome = 'lost')::int as lost, count(*) filter (where e.outcome = 'open')::int as open,
      count(*) filter (where d.phase = 'won')::int as won, count(*) filter (where d.phase in ('won', 'lost'))::int as closed,
      coalesce(max(b.forward), 0)::int as "forwardBefore", coalesce(max(b.gone), 0)::int as "leftBefore",
      coalesce((select json_agg(json_build_object('days', w.days, 'left', w.gone, 'censored', w.censored)) from dwells w where w."toStageId" = s.id), '[]') as dwells
    from stages s left join entries e on e."toStageId" = s.id left join deals d on d.id = e."opportunityId" left join earlier b on b."toStageId" = s.id
    where s."pipelineId" = ${query.pipelineId}::uuid and s."archivedAt" is null group by s.id order by s."order"`
  const steps = stepsOf(rows, money)
  return {
    currency: money.currency,
    stages: rows.map((row) => stageOf(row, compared !== null, money)),
    compared,
    weak: weakSteps(steps, minorUnitOf(money.currency)).map((step) => ({
      ...step,
      atStake: money.show(zero) === null ? null : step.atStake,
    })),
    comparable: comparableSteps(steps),
  }
}

const stageOf = (row: Row, isCompared: boolean, money: MoneyView): FunnelReport['stages'][number] => {
  const { dwells, enteredValue, won: _won, closed: _closed, forwardBefore, leftBefore, ...figures } = row
  return {
    ...figures,
    enteredValue: money.show(enteredValue),
    conversion: wilson(row.forward, row.forward + row.back + row.lost),
    medianDays: isClosed(row.phase) ? null : medianDwell(dwells),
    conversionBefore: isCompared && !isClosed(row.phase) ? wilson(forwardBefore, leftBefore) : null,
  }
}

const zero = { toFixed: (digits: number) => (0).toFixed(digits) }

// After the last open stage comes the won one, from which everything is won. Who may not read amounts gets no order by them.
const stepsOf = (rows: readonly Row[], money: MoneyView): FunnelStep[] => {
  const open = rows.filter(({ phase }) => !isClosed(phase))
  return open.map(({ stageId, forward, back, lost, forwardBefore, leftBefore, enteredValue }, at) => {
    const next = open[at + 1]
    return {
      stageId,
      now: { k: forward, n: forward + back + lost },
      before: { k: forwardBefore, n: leftBefore },
      enteredValue: money.show(enteredValue) ?? '0',
      winRateAfter: next ? (next.closed === 0 ? null : next.won / next.closed) : 1,
    }
  })
}

const isClosed = (phase: string) => phase === 'won' || phase === 'lost'

/** First stays of the period. What became of one is told by the move that ended it: onward (won included), back, or lost. */
export const entriesOf = (ctx: Ctx, { from, to }: FunnelQuery, scope: Sql): Sql => {
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
