/**
 * A filter, checked against the fields a reader may use and with every relative value made absolute. SQL and memory
 * both work on this form, so they cannot read a filter differently.
 */
import { isDate, startOfDay } from '../dates.ts'
import type { Field } from '../field/kinds.ts'
import { isCondition, type Condition, type Filter, type FilterValue } from './filter.ts'
import { operatorsOf } from './operators.ts'
import { daysOf } from './relative-dates.ts'

export type Test =
  | { test: 'empty'; field: string }
  | { test: 'oneOf'; field: string; values: (string | number | boolean)[]; numeric: boolean }
  | { test: 'contains' | 'startsWith'; field: string; value: string }
  | { test: 'order'; field: string; op: 'lt' | 'lte' | 'gt' | 'gte'; value: string }
  /** Half open: from ≤ value < to; days for a date field, ISO instants for an instant field. */
  | { test: 'range'; field: string; from: string | null; to: string | null }
  | { test: 'hasAny' | 'hasAll'; field: string; values: string[] }

export type Resolved = { all: Resolved[] } | { any: Resolved[] } | { none: Resolved } | Test

/** Who reads and when: what relative values are relative to. */
export type FilterEnv = {
  now: Date
  timeZone: string
  userId: string | null
  teamIds: readonly string[]
}
export type FieldLookup = (path: string) => Field | undefined

/** What is wrong with a filter; `code` is in the error catalogue. */
export type FilterFault = {
  code: 'filter.field' | 'filter.operator' | 'filter.value'
  field: string
  op: string
}

class Fault extends Error {
  readonly fault: FilterFault
  constructor(fault: FilterFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** The resolved filter, or the first fault. A field the reader may not use is as unknown as one that does not exist. */
export const resolveFilter = (
  filter: Filter,
  lookup: FieldLookup,
  env: FilterEnv,
): { ok: true; filter: Resolved } | { ok: false; fault: FilterFault } => {
  try {
    return { ok: true, filter: resolve(filter, lookup, env) }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault }
    throw error
  }
}

const resolve = (filter: Filter, lookup: FieldLookup, env: FilterEnv): Resolved => {
  if (isCondition(filter)) return resolveCondition(filter, lookup, env)
  if ('not' in filter) return { none: resolve(filter.not, lookup, env) }
  const children = ('and' in filter ? filter.and : filter.or).map((child) => resolve(child, lookup, env))
  return 'and' in filter ? { all: children } : { any: children }
}

const resolveCondition = (condition: Condition, lookup: FieldLookup, env: FilterEnv): Resolved => {
  const found = lookup(condition.field)
  const fault = (code: FilterFault['code']) => new Fault({ code, field: condition.field, op: condition.op })
  if (!found || !found.filterable) throw fault('filter.field')
  if (!operatorsOf[found.kind].includes(condition.op)) throw fault('filter.operator')
  const test = testOf(condition, found, env)
  if (!test) throw fault('filter.value')
  return test
}

const negations = { ne: 'eq', notIn: 'in', notEmpty: 'empty' } as const

const testOf = (given: Condition, field: Field, env: FilterEnv): Resolved | null => {
  const condition = given.op === 'between' ? { ...given, ...spanOf(given.value) } : given
  const { op, value } = condition
  if (op === 'ne' || op === 'notIn' || op === 'notEmpty') {
    const positive = testOf({ ...condition, op: negations[op] }, field, env)
    return positive && { none: positive }
  }
  if (op === 'empty') return value === undefined ? { test: 'empty', field: condition.field } : null
  if (value === undefined) return null
  if (field.kind === 'date' || field.kind === 'instant') return timeTest(condition, field, env)
  if (op === 'contains' || op === 'startsWith') {
    return typeof value === 'string' && value !== '' ? { test: op, field: condition.field, value } : null
  }
  if (op === 'hasAny' || op === 'hasAll') {
    const values = scalars(value, field, env)
    return values && { test: op, field: condition.field, values: values.map(String) }
  }
  if (op === 'eq' || op === 'in') {
    const values = scalars(op === 'eq' ? [value as never] : value, field, env)
    return values && { test: 'oneOf', field: condition.field, values, numeric: isNumeric(field) }
  }
  return orderTest(condition, field)
}

// Two values are as good as `from` and `to`.
const spanOf = (value: FilterValue | undefined): { value?: FilterValue } => {
  if (!Array.isArray(value) || value.length !== 2) return {}
  const [from, to] = value.map((edge) => (typeof edge === 'number' ? String(edge) : edge))
  return typeof from === 'string' && typeof to === 'string' ? { value: { from, to } } : {}
}

const isNumber = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d{1,15}(\.\d{1,8})?$/.test(value)
const numberText = (value: unknown): string | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : isNumber(value) ? value : null

const isNumeric = (field: Field) => field.kind === 'decimal' || field.kind === 'money' || field.kind === 'percent'

const orderTest = ({ field, op, value }: Condition, of: Field): Resolved | null => {
  if (op === 'between') {
    if (typeof value !== 'object' || value === null || !('from' in value)) return null
    const [from, to] = [numberText(value.from), numberText(value.to)]
    if (from === null || to === null) return null
    return {
      all: [
        { test: 'order', field, op: 'gte', value: from },
        { test: 'order', field, op: 'lte', value: to },
      ],
    }
  }
  const number = numberText(value)
  if (number === null || (op !== 'lt' && op !== 'lte' && op !== 'gt' && op !== 'gte')) return null
  return of.kind === 'int' || isNumeric(of) ? { test: 'order', field, op, value: number } : null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const fits = (value: string | number | boolean, field: Field): boolean => {
  switch (field.kind) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'int':
      return typeof value === 'number'
    case 'decimal':
    case 'money':
    case 'percent':
      return numberText(value) !== null
    case 'choice':
      return field.choices.some((choice) => choice.value === value)
    case 'ref':
    case 'refs':
    case 'id':
      return typeof value === 'string' && uuid.test(value)
    default:
      return typeof value === 'string'
  }
}

const scalars = (value: FilterValue, field: Field, env: FilterEnv): (string | number | boolean)[] | null => {
  if (!Array.isArray(value)) return null
  const found: (string | number | boolean)[] = []
  for (const item of value as readonly FilterValue[]) {
    if (typeof item === 'object') {
      const ids = peopleOf(item, field, env)
      if (!ids) return null
      found.push(...ids)
    } else if (fits(item, field)) {
      if (isBeyondInt(item, field)) continue // no record holds it, and the column's type cannot even be asked for it
      found.push(typeof item === 'number' && field.kind !== 'int' ? String(item) : item)
    } else return null
  }
  return found
}

const INT = 2_147_483_648
const isBeyondInt = (value: string | number | boolean, field: Field) =>
  field.kind === 'int' && typeof value === 'number' && (value < -INT || value >= INT)

const peopleOf = (value: FilterValue, field: Field, env: FilterEnv): string[] | null => {
  if (field.kind !== 'ref' || typeof value !== 'object' || value === null) return null
  if ('me' in value && field.to === 'users') return env.userId ? [env.userId] : []
  if ('myTeam' in value && field.to === 'teams') return [...env.teamIds]
  return null
}

const instantText = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/

const timeTest = ({ field, op, value }: Condition, of: Field, env: FilterEnv): Resolved | null => {
  const exact = of.kind === 'instant' && typeof value === 'string' && instantText.test(value)
  if (exact && !Number.isNaN(Date.parse(value))) return exactTest(field, op, new Date(value).toISOString())
  if (typeof value === 'string' && !isDate(value)) return null
  if (typeof value === 'object' && 'from' in value && !(isDate(value.from) && isDate(value.to))) return null
  const days = daysOf(value, env.now, env.timeZone)
  if (!days) return null
  const edge = (day: string) => (of.kind === 'date' ? day : startOfDay(day, env.timeZone).toISOString())
  if (op === 'before') return { test: 'range', field, from: null, to: edge(days.from) }
  if (op === 'after') return { test: 'range', field, from: edge(days.to), to: null }
  return { test: 'range', field, from: edge(days.from), to: edge(days.to) }
}

const exactTest = (field: string, op: Condition['op'], at: string): Resolved | null => {
  const next = new Date(Date.parse(at) + 1).toISOString()
  if (op === 'before') return { test: 'range', field, from: null, to: at }
  if (op === 'after') return { test: 'range', field, from: next, to: null }
  return op === 'eq' ? { test: 'range', field, from: at, to: next } : null
}
