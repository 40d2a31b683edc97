/** The facts criteria are judged by: stages of the pipeline and everything known of one deal, in one statement. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { BuyingRole, ActivityKind } from '@rapport/domain/features/pipelines/criterion-choices.ts'
import type { StageState } from '@rapport/domain/features/pipelines/stage-draft.ts'
import type { Check } from '@rapport/domain/features/pipelines/stage-route.ts'
import type { Criterion } from '@rapport/domain/features/pipelines/criteria.ts'
import {
  unmetCriteria,
  type CriterionEnv,
  type CriterionFacts,
  type Unmet,
} from '@rapport/domain/features/pipelines/unmet-criteria.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { fieldPaths, readable, type ReadableSet } from '../../records/readable-set.ts'
import { named } from '../../records/row.ts'
import { join, sql, type RowView, type Sql } from '../../records/record-set.ts'
import { stagesOf } from '../pipelines/stages.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'

export type CriterionInputs = { stages: StageState[]; facts: CriterionFacts; given: CriterionEnv }

// A rule holds for everybody alike, so it is judged by all there is to know, not by what the caller may read.
const wholeSet = (now: Date): ReadableSet => readable(opportunityRecords, { actor: systemActor('UTC'), now })

/** What fields a criterion may name: those of the deal, and one step on those of its customer and stage. */
export const criterionLookup = (now: Date) => wholeSet(now).lookup

/** The published stages of the deal's pipeline, and the facts of the deal; the deal must exist. */
export const loadCriterionInputs = async (ctx: Ctx | Tx, id: string, pipelineId?: string): Promise<CriterionInputs> => {
  const set = wholeSet(ctx.now)
  const pipeline = pipelineId ? sql`${pipelineId}::uuid` : sql`opportunity."pipelineId"`
  const [row = {}] = await ctx.db.$queryRaw<RowView[]>`
    select ${factsOf(set)}, ${stagesOf(pipeline)} as ":stages" from ${opportunityRecords.from} where opportunity.id = ${id}::uuid`
  return inputsFrom(row, set, (row[':stages'] ?? []) as StageState[])
}

/** The same for many deals of one pipeline, whose stages are known, in one statement; by id. */
export const loadManyCriterionInputs = async (
  ctx: Ctx | Tx,
  ids: readonly string[],
  stages: StageState[],
): Promise<Map<string, CriterionInputs>> => {
  const set = wholeSet(ctx.now)
  const rows = await ctx.db.$queryRaw<RowView[]>`
    select ${factsOf(set)} from ${opportunityRecords.from} where opportunity.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [String(row[':id']), inputsFrom(row, set, stages)]))
}

const factsOf = (set: ReadableSet): Sql => {
  const paths = fieldPaths(set).filter((path) => set.lookup(path)?.filterable)
  const values = paths.map((path) => named(comparable(set.lookup(path), set.expression(path)), path))
  return sql`${join(values, ', ')}, opportunity.id as ":id", ${lastDone} as ":lastDone", ${roles} as ":roles", ${timeZone} as ":timeZone"`
}

const inputsFrom = (row: RowView, set: ReadableSet, stages: StageState[]): CriterionInputs => {
  const done = Object.entries((row[':lastDone'] ?? {}) as Record<ActivityKind, string>)
  return {
    stages,
    facts: {
      values: row,
      lastDone: Object.fromEntries(done.map(([kind, at]) => [kind, new Date(at)])),
      roles: (row[':roles'] ?? {}) as Partial<Record<BuyingRole, number>>,
    },
    given: {
      lookup: set.lookup,
      env: { now: set.reader.now, timeZone: String(row[':timeZone'] ?? 'Asia/Shanghai'), userId: null, teamIds: [] },
    },
  }
}

// The driver's dates are instants; the filter language compares days as text.
const comparable = (field: Field | undefined, value: Sql): Sql => (field?.kind === 'date' ? sql`${value}::text` : value)

/** When an activity took place. */
export const doneAt = sql`coalesce(activity."actualEnd", activity."actualStart", activity."updatedAt")`

const lastDone = sql`(select json_object_agg(done.kind, done.at) from (
  select activity.kind, max(${doneAt}) as at from activities activity
  where activity."opportunityId" = opportunity.id and activity.status = 'done' and activity."deletedAt" is null
  group by activity.kind) done)`

const roles = sql`(select json_object_agg(role."buyingRole", role.count) from (
  select link."buyingRole", count(*) as count from opportunity_contacts link
  join contacts contact on contact.id = link."contactId" and contact."deletedAt" is null
  where link."opportunityId" = opportunity.id group by link."buyingRole") role)`

const timeZone = sql`(select value->>'timeZone' from settings where key = 'organisation')`

/** The criteria of these checks that the deal does not meet. */
export const unmetOf = (inputs: CriterionInputs, checks: readonly Check[]): Unmet[] =>
  unmetCriteria(criteriaOf(inputs.stages, checks), inputs.facts, inputs.given)

/** The criteria that stand on the sides named, in the order of the checks. */
export const criteriaOf = (
  stages: readonly StageState[],
  checks: readonly Check[],
): (Criterion & { stageId: string })[] =>
  checks.flatMap(({ stageId, side }) =>
    (stages.find(({ id }) => id === stageId)?.criteria ?? [])
      .filter((criterion) => criterion.side === side)
      .map((criterion) => ({ ...criterion, stageId })),
  )
