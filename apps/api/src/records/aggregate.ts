/** Counts and sums by group, under the same visibility, filter and field rights as the list they open into. */
import type { AggregateQuery } from '@rapport/domain/contract/page.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import { operatorsOf } from '@rapport/domain/filter/operators.ts'
import type { Ctx, Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'
import { compileFilter } from './compile-filter.ts'
import { fromFor, joinOn } from './from.ts'
import { whereOf } from './list.ts'
import { labelOf, readable, type ReadableSet } from './readable-set.ts'
import { join, raw, sql, type RecordSet, type RowView, type Sql } from './record-set.ts'
import { selectRows } from './rows.ts'

const GROUPS = 1000
const periods = new Set(['day', 'week', 'month', 'quarter', 'year'])
type Cell = string | number | boolean | null
type Group = { key: Cell[]; labels: (string | { zh: string; en: string } | null)[]; values: Cell[] }

/** At most 1,000 groups, the largest count first; what has an order of its own stands in that, time in order of time. */
export const aggregateRecords = async (
  ctx: Ctx | Tx,
  definition: RecordSet,
  query: AggregateQuery,
): Promise<{ groups: Group[] }> => {
  const set = readable(definition, ctx)
  const keys = (query.groupBy ?? []).map((name, at) => groupOf(set, name, at))
  const measures = (query.measures ?? ['count']).map((name) => measureOf(set, name))
  const columns = join(
    [
      ...keys.flatMap(({ columns: own }) => own),
      ...measures.map((measure, at) => sql`${measure} as ${raw(`"m${at}"`)}`),
      sql`count(*) as "size"`,
    ],
    ', ',
  )
  const where = whereOf(set, query)
  // By position, because an expression with parameters is not recognised when it is repeated.
  const positions = keys.flatMap(({ columns: own }) => own).map((_, at) => at + 1)
  const by = positions.length === 0 ? sql`` : sql`group by ${raw(positions.join(', '))}`
  const order = keys[0]?.time ? sql`order by "k0"` : sql`order by "size" desc`
  const shown = [...keys.flatMap(({ shown: own }) => own), ...measures.map((_, at) => raw(`"m${at}"`)), raw('"size"')]
  const rows = await selectRows<RowView>(
    ctx,
    sql`select ${join(shown, ', ')} from (
      select ${columns} from ${fromFor(definition, columns, where)} where ${where} ${by} ${order} limit ${raw(String(GROUPS))}
    ) grouped ${join([sql``, ...keys.map(({ join: own }) => own)], ' ')} ${keys[0]?.order ?? order}`,
  )
  return { groups: rows.map((row) => presentGroup(row, keys.length, measures.length)) }
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

type GroupKey = {
  /** What is grouped by. */
  columns: Sql[]
  /** What is sent of it: the key as text, and what people call it. */
  shown: Sql[]
  /** Where the name comes from. */
  join: Sql
  time: boolean
  /** In which order the groups are sent, where the records they are named after have one of their own. */
  order?: Sql
}

const groupOf = (set: ReadableSet, name: string, at: number): GroupKey => {
  const [path = '', period] = name.split(':')
  const field = set.lookup(path)
  if (!field?.groupable) return refuse('group.field', { field: path })
  const value = set.expression(path)
  const key = raw(`"k${at}"`)
  if (field.kind === 'instant' || field.kind === 'date') {
    const column = sql`${truncated(set, field, value, period ?? 'month', path)} as ${key}`
    return { columns: [column], shown: [key, unnamed(at)], join: sql``, time: true }
  }
  if (period !== undefined) return refuse('group.field', { field: name })
  if (field.kind === 'ref') return referenceGroup(set, path, field, at)
  return {
    columns: [sql`${groupedValue(field, value)} as ${key}`],
    shown: [key, unnamed(at)],
    join: sql``,
    time: false,
  }
}

// As the filter has it, a text without a letter is as empty as none.
const worded = new Set(['text', 'longText', 'identifier'])
const groupedValue = (field: Field, value: Sql): Sql => (worded.has(field.kind) ? sql`nullif(${value}, '')` : value)

const unnamed = (at: number): Sql => raw(`null as "l${at}"`)

// Names are looked up for the groups, not for every row that goes into one.
const referenceGroup = (set: ReadableSet, path: string, field: Field, at: number): GroupKey => {
  const value = set.expression(path)
  const key = raw(`"k${at}"`)
  const shownKey = sql`${key}::text as ${key}`
  const label = path.includes('.') ? undefined : labelOf(set, field)
  if (!label) return { columns: [sql`${value} as ${key}`], shown: [shownKey, unnamed(at)], join: sql``, time: false }
  const name = raw(`"l${at}"`)
  const named = joinOn(set.set, path, `grouped."k${at}"`)
  const rank = field.kind === 'ref' ? set.set.ranks?.[field.as] : undefined
  return named
    ? {
        columns: [sql`${value} as ${key}`],
        shown: [shownKey, sql`${label} as ${name}`],
        join: named,
        time: false,
        ...(rank && { order: sql`order by ${rank}, "size" desc` }),
      }
    : {
        columns: [sql`${value} as ${key}`, sql`${label} as ${name}`],
        shown: [shownKey, name],
        join: sql``,
        time: false,
      }
}

const truncated = (set: ReadableSet, field: Field, value: Sql, period: string, path: string): Sql => {
  if (!periods.has(period)) return refuse('group.field', { field: path })
  // The zone is a literal from the actor, never from the request: as a parameter it could not be matched with the select list.
  const local =
    field.kind === 'date'
      ? sql`${value}::timestamp`
      : sql`(${value} at time zone ${raw(quote(set.reader.actor.timeZone))})`
  return sql`date_trunc(${raw(`'${period}'`)}, ${local})::date::text`
}

const quote = (text: string) => `'${text.replace(/[^\w/+-]/g, '')}'`

// Filled as the filter has it, so that the rest are as many as the list of those where it is empty.
const filledOf = (set: ReadableSet, path: string, field: Field | undefined): Sql | null =>
  field?.filterable && operatorsOf[field.kind].includes('notEmpty')
    ? sql`(count(*) filter (where ${compileFilter(set, { field: path, op: 'notEmpty' })}))::int`
    : null

const functions = new Set(['sum', 'avg', 'min', 'max'])
const numeric = new Set(['money', 'decimal', 'percent', 'int'])

const measureOf = (set: ReadableSet, name: string): Sql => {
  if (name === 'count') return sql`count(*)::int`
  const [operation = '', path = ''] = name.split(':')
  const field = set.lookup(path)
  if (operation === 'count') return filledOf(set, path, field) ?? refuse('measure.unknown', { measure: name })
  if (!functions.has(operation) || !(field?.filterable || field?.summed) || !numeric.has(field.kind))
    return refuse('measure.unknown', { measure: name })
  const value = sql`${raw(operation)}(${set.expression(path)})`
  return operation === 'sum'
    ? sql`coalesce(${value}, 0)::text`
    : operation === 'avg'
      ? sql`round(${value}, 4)::text`
      : sql`${value}::text`
}
