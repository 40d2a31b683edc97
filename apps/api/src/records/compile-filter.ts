/**
 * A resolved filter → SQL. Total like its twin in memory: a test on null is not true, and a negation is `is not true`,
 * so null matches the negations and `empty` and nothing else.
 */
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { resolveFilter, type Resolved, type Test } from '@rapport/domain/filter/resolve.ts'
import { refuse } from '../http/problems.ts'
import type { ReadableSet } from './readable-set.ts'
import { join, raw, sql, type Sql } from './record-set.ts'

/** The condition for `where`. Errors: 400 naming the field, operator or value that does not fit. */
export const compileFilter = (set: ReadableSet, filter: Filter | undefined): Sql => {
  if (!filter) return sql`true`
  const { actor, now } = set.reader
  const env = { now, timeZone: actor.timeZone, userId: actor.userId, teamIds: actor.teamIdsBelow }
  const resolved = resolveFilter(filter, set.lookup, env)
  if (!resolved.ok) return refuse(resolved.fault.code, { field: resolved.fault.field, op: resolved.fault.op })
  return compile(set, resolved.filter)
}

const compile = (set: ReadableSet, filter: Resolved): Sql => {
  if ('all' in filter)
    return glue(
      filter.all.map((child) => compile(set, child)),
      ' and ',
      sql`true`,
    )
  if ('any' in filter)
    return glue(
      filter.any.map((child) => compile(set, child)),
      ' or ',
      sql`false`,
    )
  if ('none' in filter) return sql`((${compile(set, filter.none)}) is not true)`
  const field = set.lookup(filter.field)
  if (!field) throw new Error(`unresolved field ${filter.field}`)
  const linked = linkTest(set, filter)
  return linked ?? compileTest(filter, field, set.expression(filter.field))
}

// The ids of a list that lives in a table of links are asked of that table.
const linkTest = (set: ReadableSet, filter: Test): Sql | null => {
  const link = set.set.links?.(set.reader)[filter.field]
  if (!link || (filter.test !== 'hasAny' && filter.test !== 'hasAll')) return null
  if (filter.test === 'hasAny') return link(filter.values)
  return glue(
    filter.values.map((id) => link([id])),
    ' and ',
    sql`true`,
  )
}

const glue = (parts: Sql[], by: string, none: Sql): Sql => (parts.length === 0 ? none : sql`(${join(parts, by)})`)

const castOf = (field: Field): Sql => {
  switch (field.kind) {
    case 'int':
      return raw('int')
    case 'decimal':
    case 'money':
    case 'percent':
      return raw('numeric')
    case 'date':
      return raw('date')
    case 'instant':
      return raw('timestamptz')
    case 'boolean':
      return raw('boolean')
    case 'ref':
    case 'refs':
    case 'id':
      return raw('uuid')
    default:
      return raw('text')
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (char) => `\\${char}`)

const compileTest = (test: Test, field: Field, value: Sql): Sql => {
  const cast = castOf(field)
  switch (test.test) {
    case 'empty':
      return emptyTest(field, value)
    case 'oneOf':
      return oneOf(field, test.values, value, cast)
    case 'contains':
      return like(field, value, `%${escapeLike(test.value)}%`)
    case 'startsWith':
      return like(field, value, `${escapeLike(test.value)}%`)
    case 'order':
      return sql`${value} ${raw({ lt: '<', lte: '<=', gt: '>', gte: '>=' }[test.op])} ${test.value}::numeric`
    case 'range':
      return range(test, value, cast)
    case 'hasAny':
      return sql`${value} && ${test.values}::${cast}[]`
    case 'hasAll':
      return sql`${value} @> ${test.values}::${cast}[]`
  }
}

// A choice is a word of our own. Standing in the text it is known to every plan, which may then use an index that holds just
// these rows; as a parameter it would be so only while the plan is made anew each time.
const chosen = (field: Field, values: readonly (string | number | boolean)[]): Sql | null => {
  if (field.kind !== 'choice' || values.length === 0) return null
  const words = field.choices.map(({ value }) => value).filter((word) => values.includes(word))
  return words.length === new Set(values).size && words.every((word) => /^\w+$/.test(word))
    ? raw(words.map((word) => `'${word}'`).join(', '))
    : null
}

const oneOf = (field: Field, values: (string | number | boolean)[], value: Sql, cast: Sql): Sql => {
  if (values.length === 0) return sql`false`
  // Standing in the text it lets the planner see the condition itself, and its index.
  if (field.kind === 'boolean' && values.length === 1)
    return sql`${value} = ${raw(values[0] === true ? 'true' : 'false')}`
  const words = chosen(field, values)
  if (words) return sql`${value} in (${words})`
  if (values.length === 1) return sql`${value} = ${values[0]}::${cast}`
  return sql`${value} = any(${values.map(String)}::text[]::${cast}[])`
}

const emptyTest = (field: Field, value: Sql): Sql => {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'identifier':
      return sql`(${value} is null or ${value} = '')`
    case 'refs':
    case 'tags':
      return sql`(${value} is null or cardinality(${value}) = 0)`
    case 'phones':
    case 'emails':
    case 'addresses':
      return sql`(${value} is null or ${value} = '[]'::jsonb)`
    default:
      return sql`${value} is null`
  }
}

const like = (field: Field, value: Sql, pattern: string): Sql =>
  field.kind === 'label'
    ? sql`(lower(${value}->>'zh') like lower(${pattern}) or lower(${value}->>'en') like lower(${pattern}))`
    : sql`lower(${value}) like lower(${pattern})`

const range = (test: { from: string | null; to: string | null }, value: Sql, cast: Sql): Sql => {
  const from = test.from === null ? [] : [sql`${value} >= ${test.from}::${cast}`]
  const to = test.to === null ? [] : [sql`${value} < ${test.to}::${cast}`]
  return glue([...from, ...to], ' and ', sql`true`)
}
