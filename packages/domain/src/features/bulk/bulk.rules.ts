/** What a change of many records does to one of them, and what its undo does: pure decisions. */
import type { ErrorCode } from '../../errors.ts'
import { movedPlan, type PlanMove } from '../activities/activities.rules.ts'

export type Values = Record<string, unknown>
/** Tags are added to what is there and taken from it, a plan is moved from where it stands; everything else is set. */
export type TagChange = { add?: readonly string[]; remove?: readonly string[] }

export type Verdict =
  | { outcome: 'changed'; before: Values; after: Values }
  | { outcome: 'unchanged' }
  | { outcome: 'failed'; code: ErrorCode | 'list.length' }

const MOST_TAGS = 50

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const tagged = (present: readonly string[], { add = [], remove = [] }: TagChange): string[] => {
  const kept = present.filter((tag) => add.includes(tag) || !remove.includes(tag))
  return [...kept, ...add.filter((tag) => !kept.includes(tag))]
}

const isMove = (name: string, change: unknown): change is PlanMove =>
  name === 'plannedStart' && typeof change === 'object' && change !== null

const moved = (present: unknown, move: PlanMove, timeZone: string): string | null => {
  const start = typeof present === 'string' ? new Date(present) : null
  return movedPlan(start, move, timeZone)?.toISOString() ?? null
}

const nextOf = (name: string, present: unknown, change: unknown, timeZone: string): unknown => {
  if (name === 'tags') return tagged((present ?? []) as string[], change as TagChange)
  return isMove(name, change) ? moved(present, change, timeZone) : change
}

/** The record as it is now, as far as the change is about it. */
export type Found = { version: number; allowed: boolean; values: Values }

/**
 * `selected` is the version the record had when it was chosen; null is a record that is gone or out of sight. Days are those
 * of `timeZone`, which is that of whoever changes it.
 */
export const decideChange = (found: Found | null, selected: number, changes: Values, timeZone: string): Verdict => {
  if (!found) return { outcome: 'failed', code: 'record.notFound' }
  if (!found.allowed) return { outcome: 'failed', code: 'access.denied' }
  if (found.version !== selected) return { outcome: 'failed', code: 'version.stale' }
  const before: Values = {}
  const after: Values = {}
  for (const [name, change] of Object.entries(changes)) {
    const present = found.values[name] ?? null
    const next = nextOf(name, present, change, timeZone)
    if (isSame(present, next)) continue
    if (Array.isArray(next) && next.length > MOST_TAGS) return { outcome: 'failed', code: 'list.length' }
    before[name] = present
    after[name] = next
  }
  return Object.keys(after).length === 0 ? { outcome: 'unchanged' } : { outcome: 'changed', before, after }
}

export type Undo = {
  /** The values to be put back; none where nothing can be. */
  restore: Values
  /** Why something stays as it is; null where all of it is put back. */
  code: ErrorCode | null
  /** Fields that somebody has changed since. */
  since: string[]
}

/**
 * Puts back what still holds the value the change gave it; what others have changed since stays theirs. What only followed
 * from the change (it stands in `before` alone) goes back when all of it does.
 */
export const decideUndo = (found: Omit<Found, 'version'> | null, before: Values, after: Values): Undo => {
  if (!found) return { restore: {}, code: 'record.notFound', since: [] }
  if (!found.allowed) return { restore: {}, code: 'access.denied', since: [] }
  const since = Object.keys(after).filter((name) => !isSame(found.values[name], after[name]))
  const isOurs = (name: string) => (name in after ? !since.includes(name) : since.length === 0)
  const restore = Object.fromEntries(Object.entries(before).filter(([name]) => isOurs(name)))
  return { restore, code: since.length > 0 ? 'bulk.changedSince' : null, since }
}
