/** Counts and sums by group, under the same visibility, filter and field rights as the list they open into. */
import type { AggregateQuery } from '@rapport/domain/contract/page.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { Ctx, Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'
import { whereOf } from './list.ts'
import { labelOf, readable, type ReadableSet } from './readable-set.ts'
import { join, raw, sql, type RecordSet, type RowView, type Sql } from './record-set.ts'

const GROUPS = 1000
const periods = new Set(['day', 'week', 'month', 'quarter', 'year'])
type Cell = string | number | boolean | null
type Group = { key: Cell[]; labels: (string | { zh: string; en: string } | null)[]; values: Cell[] }

/** At most 1,000 groups, the largest count first; time groups in order of time. */
export const aggregateRecords = async (
  ctx: Ctx | Tx,
  definition: RecordSet,
  query: AggregateQuery,
): Promise<{ groups: Group[] }> => {
  const set = readable(definition, ctx)
  const groups = (query.groupBy ?? []).map((name) => groupOf(set, name))
  const measures = (query.measures ?? ['count']).map((name) => measureOf(set, name))
  // By position, because an expression with parameters is not recognised when it is repeated.
  const positions = groups.flatMap((group, at) => [at + 1, ...(group.label ? [groups.length + at + 1] : [])])
  const select = [
    ...groups.map((group, at) => sql`${group.key} as ${raw(`"k${at}"`)}`),
    ...groups.map((group, at) => sql`${group.label ?? sql`null`} as ${raw(`"l${at}"`)}`),
    ...measures.map((measure, at) => sql`${measure} as ${raw(`"m${at}"`)}`),
  ]
  const by = positions.length === 0 ? sql`` : sql`group by ${raw(positions.join(', '))}`
  const order = groups[0]?.time ? sql`order by 1` : sql`order by count(*) desc`
  const rows = await ctx.db.$queryRaw<RowView[]>`
    select ${join(select, ', ')} from ${definition.from} where ${whereOf(set, query)} ${by} ${order} limit ${raw(String(GROUPS))}`
  return { groups: rows.map((row) => presentGroup(row, groups.length, measures.length)) }
}

const presentGroup = (row: RowView, keys: number, measures: number): Group => ({
  key: Array.from({ length: keys }, (_, at) => cell(row[`k${at}`])),
  labels: Array.from({ length: keys }, (_, at) => (row[`l${at}`] as Group['labels'][number]) ?? null),
  values: Array.from({ length: measures }, (_, at) => cell(row[`m${at}`])),
})

const cell = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  return value instanceof Date ? value.toISOString() : String(value)
}

type GroupKey = { key: Sql; label: Sql | null; time: boolean }

const groupOf = (set: ReadableSet, name: string): GroupKey => {
  const [path = '', period] = name.split(':')
  const field = set.lookup(path)
  if (!field?.groupable) return refuse('group.field', { field: path })
  const value = set.expression(path)
  if (field.kind === 'instant' || field.kind === 'date') return timeGroup(set, field, value, period ?? 'month', path)
  if (period !== undefined) return refuse('group.field', { field: name })
  if (field.kind === 'ref' && !path.includes('.'))
    return { key: sql`${value}::text`, label: labelOf(set, field) ?? null, time: false }
  return { key: field.kind === 'ref' ? sql`${value}::text` : value, label: null, time: false }
}

const timeGroup = (set: ReadableSet, field: Field, value: Sql, period: string, path: string): GroupKey => {
  if (!periods.has(period)) return refuse('group.field', { field: path })
  // The zone is a literal from the actor, never from the request: as a parameter it could not be matched with the select list.
  const local =
    field.kind === 'date'
      ? sql`${value}::timestamp`
      : sql`(${value} at time zone ${raw(quote(set.reader.actor.timeZone))})`
  return { key: sql`date_trunc(${raw(`'${period}'`)}, ${local})::date::text`, label: null, time: true }
}

const quote = (text: string) => `'${text.replace(/[^\w/+-]/g, '')}'`

const functions = new Set(['sum', 'avg', 'min', 'max'])
const numeric = new Set(['money', 'decimal', 'percent', 'int'])

const measureOf = (set: ReadableSet, name: string): Sql => {
  if (name === 'count') return sql`count(*)::int`
  const [operation = '', path = ''] = name.split(':')
  const field = set.lookup(path)
  if (!functions.has(operation) || !field?.filterable || !numeric.has(field.kind))
    return refuse('measure.unknown', { measure: name })
  const value = sql`${raw(operation)}(${set.expression(path)})`
  return operation === 'sum'
    ? sql`coalesce(${value}, 0)::text`
    : operation === 'avg'
      ? sql`round(${value}, 4)::text`
      : sql`${value}::text`
}
