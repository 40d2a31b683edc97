/**
 * Keyset cursors: the sort values of the last row shown. Their cost does not grow with depth, and rows that come or go
 * meanwhile neither repeat nor vanish. A cursor is signed, and bound to list, filter, sort and reader.
 */
import { createHash, createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import { refuse } from '../http/problems.ts'
import { join, raw, sql, type Sql } from './record-set.ts'
import type { SortKey } from './sort.ts'

export type CursorScope = {
  secret: KeyObject
  noun: string
  userId: string | null
  filter: unknown
  search: string | undefined
  sort: readonly SortKey[]
}

type Values = (string | null)[]

const bindingOf = (scope: CursorScope): string => {
  const sort = scope.sort.map((key) => `${key.descending ? '-' : ''}${key.name}`)
  return createHash('sha256')
    .update(JSON.stringify([scope.noun, scope.userId, scope.filter ?? null, scope.search ?? null, sort]))
    .digest('base64url')
}

const sign = (scope: CursorScope, payload: string) =>
  createHmac('sha256', scope.secret)
    .update(`${bindingOf(scope)}.${payload}`)
    .digest()
    .subarray(0, 16)

export const encodeCursor = (scope: CursorScope, values: Values): string => {
  const payload = Buffer.from(JSON.stringify(values)).toString('base64url')
  return `${payload}.${sign(scope, payload).toString('base64url')}`
}

/** Errors: 400 `cursor.invalid` for a cursor that was altered or belongs to another list. */
export const decodeCursor = (scope: CursorScope, cursor: string): Values => {
  const [payload = '', given = '', ...rest] = cursor.split('.')
  const mac = Buffer.from(given, 'base64url')
  const wanted = sign(scope, payload)
  const genuine =
    rest.length === 0 &&
    mac.toString('base64url') === given &&
    mac.length === wanted.length &&
    timingSafeEqual(mac, wanted)
  return genuine ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Values) : refuse('cursor.invalid')
}

/** The rows after the cursor. One direction over keys that are never null is a row comparison, which an index serves whole. */
export const afterCursor = (keys: readonly SortKey[], values: Values): Sql => {
  const uniform = keys.every((key) => !key.nullable && key.descending === keys[0]?.descending)
  if (uniform) {
    const left = join(
      keys.map((key) => key.expression),
      ', ',
    )
    const right = join(
      keys.map((key, index) => sql`${values[index]}::${raw(key.cast)}`),
      ', ',
    )
    return keys[0]?.descending ? sql`(${left}) < (${right})` : sql`(${left}) > (${right})`
  }
  const steps = keys.map((key, index) => {
    const same = keys
      .slice(0, index)
      .map((before, at) => sql`${before.expression} is not distinct from ${values[at]}::${raw(before.cast)}`)
    return sql`(${join([...same, beyond(key, values[index] ?? null)], ' and ')})`
  })
  return sql`(${join(steps, ' or ')})`
}

// Empty values stand last: beyond a value come the greater (or lesser) ones and the empty ones; beyond empty, nothing.
const beyond = (key: SortKey, value: string | null): Sql => {
  if (value === null) return sql`false`
  const next = sql`${key.expression} ${raw(key.descending ? '<' : '>')} ${value}::${raw(key.cast)}`
  return key.nullable ? sql`(${next} or ${key.expression} is null)` : next
}
