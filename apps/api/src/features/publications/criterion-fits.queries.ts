/** How many open deals meet each criterion now: every criterion as a condition, all of them counted in one pass. */
import type { Criterion } from '@rapport/domain/features/pipelines/criteria.ts'
import { filledFilter } from '@rapport/domain/features/pipelines/criterion-faults.ts'
import type { DraftState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import { isOpenPhase } from '@rapport/domain/features/pipelines/stages.fields.ts'
import type { Preview } from '@rapport/domain/features/publications/publications.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import type { Ctx } from '../../ctx.ts'
import { compileFilter } from '../../records/compile-filter.ts'
import { readable, type ReadableSet } from '../../records/readable-set.ts'
import { named } from '../../records/row.ts'
import { join, sql, type Reader, type RowView, type Sql } from '../../records/record-set.ts'
import { doneAt } from '../opportunities/criteria.queries.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'

/** Criteria of won and lost are for all open deals; those of other stages for the deals that will stand in them. */
export const loadFits = async (
  ctx: Ctx,
  pipelineId: string,
  draft: DraftState,
  reader: Reader,
): Promise<Preview['fits']> => {
  const all = draft.stages.flatMap((stage) => stage.criteria.map((criterion) => ({ stage, criterion })))
  if (all.length === 0) return []
  const set = readable(opportunityRecords, reader)
  const counts = all.flatMap(({ stage, criterion }, at) => {
    const concerned = isOpenPhase(stage.phase) ? sql`way."toId" = ${stage.id}::uuid` : sql`true`
    const met = conditionOf(set, criterion)
    return [
      named(sql`count(*) filter (where ${met})::int`, `all${at}`),
      named(sql`count(*) filter (where ${concerned})::int`, `of${at}`),
      named(sql`count(*) filter (where ${concerned} and ${met})::int`, `met${at}`),
    ]
  })
  const ways = [...draft.stages.map(({ id }) => [id, id] as const), ...Object.entries(draft.mapping)]
  const [row = {}] = await ctx.db.$queryRaw<RowView[]>`
    with way as (select * from unnest(${ways.map(([from]) => from)}::uuid[], ${ways.map(([, to]) => to)}::uuid[]) as w("fromId", "toId"))
    select count(*)::int as open, ${join(counts, ', ')}
    from ${opportunityRecords.from} left join way on way."fromId" = opportunity."stageId"
    where opportunity."deletedAt" is null and opportunity."pipelineId" = ${pipelineId}::uuid and opportunity.phase in ('open', 'commit')`
  return all.map(({ stage, criterion }, at) => ({
    criterionId: criterion.id,
    stageId: stage.id,
    met: Number(row[`met${at}`]),
    of: Number(row[`of${at}`]),
    openMet: Number(row[`all${at}`]),
    open: Number(row.open),
  }))
}

/** The twin of `isMet` in memory. */
export const conditionOf = (set: ReadableSet, criterion: Criterion): Sql => {
  switch (criterion.kind) {
    case 'fieldFilled': {
      const field = set.lookup(criterion.params.field)
      return field ? holds(set, filledFilter(criterion.params.field, field)) : sql`false`
    }
    case 'fieldCompare':
      return holds(set, criterion.params.filter)
    case 'activityDone':
      return activityDone(criterion.params, set.reader.now)
    case 'contactRole':
      return sql`(select count(*) from opportunity_contacts link join contacts contact on contact.id = link."contactId" and contact."deletedAt" is null
        where link."opportunityId" = opportunity.id and link."buyingRole" = ${criterion.params.role}) >= ${criterion.params.atLeast ?? 1}::int`
    default:
      return sql`false`
  }
}

const holds = (set: ReadableSet, filter: Filter): Sql => sql`coalesce(${compileFilter(set, filter)}, false)`

type Done = Extract<Criterion, { kind: 'activityDone' }>['params']

const activityDone = ({ activityKind, withinDays }: Done, now: Date): Sql => {
  const kind = activityKind ? sql`and activity.kind = ${activityKind}` : sql``
  const since = withinDays
    ? sql`and ${doneAt} >= ${new Date(now.getTime() - withinDays * 86_400_000)}::timestamptz`
    : sql``
  return sql`exists (select 1 from activities activity where activity."opportunityId" = opportunity.id and activity.status = 'done'
    and activity."deletedAt" is null ${kind} ${since})`
}
