/** A view as this reader may use it: what rests on a field he may not use is left out, and he is told how much. */
import { conditionsOf, isCondition, type Filter } from '../../filter/filter.ts'

type Kept = { filter: Filter | null; unavailable: number }

/**
 * The parts of the filter in which every condition names a usable field. Whole parts of the outermost conjunction are kept
 * or left out: within `or` and `not`, half a part would mean something else. `unavailable` counts the conditions left out.
 */
export const usableFilter = (filter: Filter | null, isUsable: (path: string) => boolean): Kept => {
  if (!filter) return { filter: null, unavailable: 0 }
  const parts = 'and' in filter ? filter.and : [filter]
  const fits = (part: Filter) => conditionsOf(part).every(({ field }) => isUsable(field))
  const kept = parts.filter(fits)
  const lost = parts.filter((part) => !fits(part)).flatMap(conditionsOf).length
  if (lost === 0) return { filter, unavailable: 0 }
  return { filter: joined(kept), unavailable: lost }
}

const joined = (parts: Filter[]): Filter | null => {
  const [only] = parts
  if (!only) return null
  return parts.length === 1 && isCondition(only) ? only : { and: parts }
}

/** Of sort keys (`-amount`) those that name a usable field. */
export const usableSort = (sort: readonly string[], isUsable: (name: string) => boolean): string[] =>
  sort.filter((key) => isUsable(key.startsWith('-') ? key.slice(1) : key))
