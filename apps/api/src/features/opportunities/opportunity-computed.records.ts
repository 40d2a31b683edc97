/** Fields of an opportunity that are answers rather than columns. */
import { may, scopeOf, type Actor } from '@rapport/domain/access/actor.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import { dateIn } from '@rapport/domain/dates.ts'
import { openStatuses } from '@rapport/domain/next-action.ts'
import { sql, type Reader, type Sql } from '../../records/record-set.ts'
import { competitorsMet } from './opportunity-competitors.records.ts'
import { customerReach } from '../customers/customers.records.ts'
import { largeDealAmount } from '../settings/settings.queries.ts'

/** What rests on records or fields the actor may not read is empty for him. */
export const computedOpportunityFields = ({ actor, now }: Reader): Record<string, Sql> => ({
  customerTier: tierFor(actor),
  daysInStage: daysInStage(now),
  rotting: tooLong(now),
  slipping: slipping(dateIn(now, actor.timeZone)),
  large,
  competitorIds: competitorsMet(actor),
  nextActionTitle:
    may(actor, 'activities.read') && isClear(actor, 'activities', 'subject') ? nextTitle : sql`null::text`,
})

// Whole days; a closed deal has stopped ageing.
const daysInStage = (now: Date): Sql =>
  sql`greatest(0, floor(extract(epoch from (coalesce(opportunity."closedAt", ${now}::timestamptz) - opportunity."stageEnteredAt")) / 86400))::int`

// More whole days than the stage allows, said without counting them, which the board asks of every open deal. The last lines
// hold wherever the first three do: with them the planner, who knows no stage's days, expects few and looks for them stage by
// stage in an index. Never null.
const tooLong = (now: Date): Sql =>
  sql`(opportunity.phase in ('open', 'commit') and stage."maxDays" is not null
    and opportunity."stageEnteredAt" <= ${longAgo(now, sql`stage."maxDays"`)}
    and opportunity."pipelineId" = stage."pipelineId" and opportunity."stageEnteredAt" > '-infinity'
    and opportunity."stageEnteredAt" <= (select ${longAgo(now, sql`min(any_stage."maxDays")`)} from stages any_stage))`

const longAgo = (now: Date, days: Sql): Sql => sql`${now}::timestamptz - make_interval(hours => 24 * (${days} + 1))`

// The upper end holds for every amount: with it the planner, who does not know the limit, expects few and takes the index.
const large = sql`(opportunity."baseAmount" >= ${largeDealAmount} and opportunity."baseAmount" < 'infinity'::numeric)`

// Each side of the `or` has an index of its own; neither is ever null.
const slipping = (today: string): Sql =>
  sql`(opportunity.phase in ('open', 'commit') and (opportunity."pushCount" > 0
    or (opportunity."expectedCloseAt" is not null and opportunity."expectedCloseAt" < ${today}::date)))`

const tierFor = (actor: Actor): Sql => {
  if (!may(actor, 'customers.read') || !isClear(actor, 'customers', 'tier')) return sql`null::text`
  return scopeOf(actor, 'customers') === 'all'
    ? sql`customer.tier`
    : sql`(case when ${customerReach(actor, 'customer')} then customer.tier end)`
}

// The words of the plan that `nextActionAt` stands for; private ones count for nobody. Where none is planned no activity is
// looked at, which comparing with null would still do.
const nextTitle = sql`(select next.subject from activities next where opportunity."nextActionAt" is not null and next."opportunityId" = opportunity.id
  and next."deletedAt" is null and next.status = any(${[...openStatuses]}::text[]) and not next.private
  and next."plannedStart" = opportunity."nextActionAt" order by next.id limit 1)`
