/** What the undo of an import does with one row: what it made goes, what it changed gets its former values where nobody else was. */
import { decimal } from '../../money.ts'
import type { Field, Fields } from '../../field/kinds.ts'
import { essence, sorted, type FieldChange } from './update-patch.ts'

type Values = Record<string, unknown>

/** A row that wrote something. `version` is what its record has as long as nobody but this import has written it. */
export type WrittenRow = {
  outcome: 'created' | 'updated'
  version: number
  changes: readonly FieldChange[]
  before: Values
  /** Something of others hangs on the record since. */
  isUsed: boolean
}

type UndoOfRow = {
  act: 'remove' | 'restore' | 'keep'
  /** What is put back. */
  values: Values
  /** Why the row, or part of it, stays as it is; null where it goes back whole. */
  code: string | null
  /** Fields that somebody has changed since. */
  since: string[]
}

const keep = (code: string, since: string[] = []): UndoOfRow => ({ act: 'keep', values: {}, code, since })

/** `found` is the record as its reader sees it; undefined where it is in the trash or out of sight. */
export const decideUndo = (
  fields: Fields,
  found: (Values & { version?: unknown }) | undefined,
  { outcome, version, changes, before, isUsed }: WrittenRow,
): UndoOfRow => {
  if (!found) return keep('import.gone')
  const isUntouched = found.version === version
  if (outcome === 'created') {
    if (!isUntouched) return keep('import.changedSince')
    return isUsed ? keep('import.usedSince') : { act: 'remove', values: {}, code: null, since: [] }
  }
  if (isUntouched) return { act: 'restore', values: before, code: null, since: [] }
  const since = changes.flatMap(({ field, new: ours }) => (isSame(fields[field], found[field], ours) ? [] : [field]))
  const values = Object.fromEntries(Object.entries(before).filter(([name]) => !since.includes(name)))
  if (Object.keys(values).length === 0) return keep('import.changedSince', since)
  return { act: 'restore', values, code: since.length > 0 ? 'import.partlySince' : null, since }
}

const numbers = new Set(['money', 'decimal', 'percent'])
const lists = new Set(['phones', 'emails', 'tags', 'refs'])

// The database writes numbers, instants and lists in a way of its own.
const plain = (field: Field | undefined, value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return null
  const kind = field?.kind ?? ''
  if (numbers.has(kind)) return decimal(String(value)).toString()
  if (kind === 'instant') return Date.parse(String(value))
  return lists.has(kind) && Array.isArray(value) ? value.map(essence).toSorted() : sorted(value)
}

const isSame = (field: Field | undefined, a: unknown, b: unknown) =>
  JSON.stringify(plain(field, a)) === JSON.stringify(plain(field, b))
