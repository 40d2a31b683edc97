/** What a row changes in the record it matches: the fields that differ, lists united, nothing emptied. */
import { decimal } from '../../money.ts'
import type { Field, Fields } from '../../field/kinds.ts'
import type { ImportFill } from './import-choices.ts'

export type FieldChange = { field: string; old: unknown; new: unknown }
type Values = Record<string, unknown>

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * `existing` is the record as it is sent to the actor. With 'empty' only fields without a value are filled. Fields that are
 * set at creation alone stay as they are; `kept` names those that the row would have changed.
 */
export const updatePatch = (
  fields: Fields,
  existing: Values,
  draft: Values,
  fill: ImportFill,
): { patch: Values; changes: FieldChange[]; kept: string[] } => {
  const patch: Values = {}
  const changes: FieldChange[] = []
  const kept: string[] = []
  for (const [name, value] of Object.entries(draft)) {
    const field = fields[name]
    if (!field || isEmpty(value)) continue
    const old = existing[name] ?? null
    if (fill === 'empty' && !isEmpty(old)) continue
    const next = united(field, old, value)
    if (isSame(field, old, next)) continue
    if (field.fixed) kept.push(name)
    else {
      patch[name] = next
      changes.push({ field: name, old, new: next })
    }
  }
  return { patch, changes, kept }
}

type Item = Record<string, unknown>
export const essence = (item: unknown): string => {
  if (typeof item === 'string') return item
  const { type: _, e164: _e, valid: _v, ...rest } = item as Item
  return JSON.stringify(rest)
}

const lists = new Set(['phones', 'emails', 'tags', 'refs'])

// A list gains what it lacks and loses nothing; a file knows the first address alone.
const united = (field: Field, old: unknown, value: unknown): unknown => {
  if (field.kind === 'addresses' && Array.isArray(old) && Array.isArray(value)) return withFirst(old, value)
  if (!lists.has(field.kind) || !Array.isArray(old) || !Array.isArray(value)) return value
  const known = new Set(old.map(essence))
  const kept = field.kind === 'phones' ? old.map(({ type, number }: Item) => ({ type, number })) : old
  return [...kept, ...value.filter((item) => !known.has(essence(item)))]
}

const withFirst = ([first, ...others]: Item[], [given]: Item[]): Item[] => {
  const parts = Object.entries(given ?? {}).filter(([name, part]) => part !== null && (name !== 'type' || !first))
  return [{ ...first, ...Object.fromEntries(parts) }, ...others]
}

// The database gives the keys of an object in an order of its own.
export const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const isSame = (field: Field, old: unknown, next: unknown): boolean => {
  if (isEmpty(old)) return false
  switch (field.kind) {
    case 'money':
    case 'decimal':
    case 'percent':
      return decimal(String(old)).equals(String(next))
    case 'instant':
      return Date.parse(String(old)) === Date.parse(String(next))
    case 'phones':
    case 'emails':
    case 'tags':
    case 'refs':
      return Array.isArray(old) && Array.isArray(next) && old.length === next.length
    default:
      return JSON.stringify(sorted(old)) === JSON.stringify(sorted(next))
  }
}
