/** The deals behind one figure of the funnel, and what they were worth together when they entered. */
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { FunnelDealsQuery } from '@rapport/domain/features/reports/reports.ts'
import type { Ctx } from '../../ctx.ts'
import { demandFields } from '../../http/problems.ts'
import { listRecords, type Page } from '../../records/list.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'
import { baseCurrency } from '../settings/settings.queries.ts'
import { entriesOf } from './funnel.queries.ts'
import { moneyIn, visibleDeals } from './reports.scope.queries.ts'

type FunnelDeals = Page<Opportunity> & { currency: string; enteredValue: string | null }

/** Errors: 403 `fields.hidden`. */
export const funnelDeals = async (
  ctx: Ctx,
  { stageId, outcome, limit, cursor, ...query }: FunnelDealsQuery,
): Promise<FunnelDeals> => {
  demandFields(opportunityPolicy.readWay(ctx.actor))
  const those = sql`e."toStageId" = ${stageId}::uuid ${ofOutcome(outcome)}`
  const entered = sql`opportunity."pipelineId" = ${query.pipelineId}::uuid and opportunity.id in (select e."opportunityId" from (${entriesOf(ctx, query, sql``)}) e where ${those})`
  const asked = { filter: query.filter, sort: ['-baseAmount'], limit, cursor }
  const page = await listRecords<Opportunity>(ctx, opportunityRecords, asked, entered)
  const within = sql`join deals on deals.id = m."opportunityId"`
  const [sum] = await ctx.db.$queryRaw<{ value: unknown; currency: string }[]>`
    with deals as (select opportunity.id ${visibleDeals(ctx, query)})
    select coalesce(sum(e."baseAmount"), 0) as value, ${baseCurrency} as currency from (${entriesOf(ctx, query, within)}) e where ${those}`
  const money = moneyIn(ctx, sum?.currency ?? '')
  return { ...page, currency: money.currency, enteredValue: money.show(sum?.value) }
}

const ofOutcome = (outcome: FunnelDealsQuery['outcome']): Sql => {
  if (outcome === undefined) return sql``
  return outcome === 'left' ? sql`and e.outcome <> 'open'` : sql`and e.outcome = ${outcome}`
}
