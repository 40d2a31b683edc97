/** The board of a pipeline: sums per stage and the first cards of each, in two statements. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { dateIn, startOfPeriod } from '@rapport/domain/dates.ts'
import type { Board, BoardQuery } from '@rapport/domain/features/opportunities/board.ts'
import { opportunityPolicy } from '@rapport/domain/features/opportunities/opportunities.policy.ts'
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import { isOpenPhase, type Phase, type StageColor } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { Label } from '@rapport/domain/field/kinds.ts'
import { both, type Condition, type Filter } from '@rapport/domain/filter/filter.ts'
import type { Ctx } from '../../ctx.ts'
import { demandFields, refuse } from '../../http/problems.ts'
import { fromFor } from '../../records/from.ts'
import { listLanes } from '../../records/lanes.ts'
import { whereOf } from '../../records/list.ts'
import { moneyText } from '../../records/money-text.ts'
import { readable } from '../../records/readable-set.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { opportunityRecords } from './opportunities.records.ts'

const cardFields =
  'number name customerId customerTier pipelineId stageId phase amount currency baseAmount weightedBase probability probabilityManual expectedCloseAt ownerId nextActionAt nextActionTitle lastActivityAt stageEnteredAt daysInStage rotting closedAt'.split(
    ' ',
  )

type ColumnRow = {
  stageId: string
  label: Label
  phase: Phase
  color: StageColor
  probability: string
  maxDays: number | null
  expectedDays: number | null
  guidance: Label
  currency: string
  count: number
  baseAmount: string | null
  weightedBase: string | null
  rotting: number | null
  rottingBase: string | null
}

/** Errors: 403 `fields.hidden`; 422 `reference.invalid` for a pipeline that does not exist or was never published. */
export const readBoard = async (ctx: Ctx, query: BoardQuery): Promise<Board> => {
  demandFields(opportunityPolicy.readBoard(ctx.actor))
  const rows = await loadColumns(ctx, query)
  if (!rows[0])
    return refuse('reference.invalid', { field: 'pipelineId' }, [{ path: 'pipelineId', code: 'reference.invalid' }])
  const filters = rows.map(({ stageId, phase }) => columnFilter(query, { stageId, phase }))
  const lanes = await listLanes<Opportunity>(ctx, opportunityRecords, {
    filters,
    fields: cardFields,
    search: query.search,
    sort: query.sort ?? [opportunityPolicy.readWorth(ctx.actor) ? '-baseAmount' : '-updatedAt'],
  })
  const month = startOfPeriod(dateIn(ctx.now, ctx.actor.timeZone), 'month')
  const columns = rows.map((row, index) => ({
    ...row,
    ...unread(ctx.actor),
    since: isOpenPhase(row.phase) ? null : month,
    filter: filters[index] as Filter,
    ...(lanes[index] ?? { items: [], nextCursor: null }),
  }))
  return { pipelineId: query.pipelineId, currency: rows[0].currency, columns }
}

// The cards leave out what their reader may not see, and the sums of them go with it.
const unread = (actor: Actor) => ({
  ...(!opportunityPolicy.readWorth(actor) && { baseAmount: null, rottingBase: null }),
  ...(!opportunityPolicy.readWeighted(actor) && { weightedBase: null }),
  ...(!opportunityPolicy.readStay(actor) && { rotting: null, rottingBase: null }),
})

const thisMonth: Condition = { field: 'closedAt', op: 'within', value: { period: 'month', offset: 0 } }

/** The condition that counts a column, and with which a list shows its rows. */
const columnFilter = (query: BoardQuery, { stageId, phase }: { stageId: string; phase: Phase }): Filter => {
  const own: Condition[] = [
    { field: 'pipelineId', op: 'eq', value: query.pipelineId },
    { field: 'stageId', op: 'eq', value: stageId },
    ...(isOpenPhase(phase) ? [] : [thisMonth]),
  ]
  return { and: query.filter ? [...own, query.filter] : own }
}

const loadColumns = async (ctx: Ctx, { pipelineId, filter, search }: BoardQuery): Promise<ColumnRow[]> => {
  const set = readable(opportunityRecords, ctx)
  const own: Filter = { field: 'pipelineId', op: 'eq', value: pipelineId }
  // The phases stand in the text of the statement, so that the index of what is open can serve it alone.
  const open = sums(
    sql`${whereOf(set, { filter: both(own, filter), search })} and opportunity.phase in ('open', 'commit')`,
  )
  const closedFilter = both({ and: [own, thisMonth] }, filter)
  const closed = sums(sql`${whereOf(set, { filter: closedFilter, search })} and opportunity.phase in ('won', 'lost')`)
  const money = (value: Sql) => moneyText(sql`coalesce(${value}, 0)`, baseCurrency)
  const rotting = set.expression('rotting')
  return ctx.db.$queryRaw<ColumnRow[]>`
    with sums as (${open(rotting)} union all ${closed(sql`false`)})
    select column_stage.id as "stageId", column_stage.label, column_stage.phase, column_stage.color, trim_scale(column_stage.probability)::text as probability,
      column_stage."maxDays", column_stage."expectedDays", column_stage.guidance, ${baseCurrency} as currency,
      coalesce(sums.count, 0) as count, ${money(sql`sums.base`)} as "baseAmount", ${money(sql`sums.weighted`)} as "weightedBase",
      coalesce(sums.rotting, 0) as rotting, ${money(sql`sums."rottingBase"`)} as "rottingBase"
    from stages column_stage left join sums on sums."stageId" = column_stage.id
    where column_stage."pipelineId" = ${pipelineId}::uuid and column_stage."archivedAt" is null order by column_stage."order"`
}

const baseCurrency = sql`coalesce((select value->>'baseCurrency' from settings where key = 'organisation'), 'CNY')`

const sums =
  (where: Sql) =>
  (rotting: Sql): Sql =>
    sql`
  select opportunity."stageId", count(*)::int as count, sum(opportunity."baseAmount") as base, sum(opportunity."weightedBase") as weighted,
    count(*) filter (where ${rotting})::int as rotting, sum(opportunity."baseAmount") filter (where ${rotting}) as "rottingBase"
  from ${fromFor(opportunityRecords, where, rotting)} where ${where} group by opportunity."stageId"`
