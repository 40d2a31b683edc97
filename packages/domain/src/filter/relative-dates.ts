/** Relative dates → the half-open range of days they mean, in the reader's zone. */
import { addDays, addPeriods, dateIn, startOfPeriod } from '../dates.ts'
import type { FilterValue, RelativeDay, RelativePeriod } from './filter.ts'

/** Days from `from` up to but not including `to`. */
export type DayRange = { from: string; to: string }

const isDayOf = (value: object): value is RelativeDay => 'daysAgo' in value || 'daysAhead' in value
const isPeriod = (value: object): value is RelativePeriod => 'period' in value

/** The days a value means; null when the value is not about days. A plain date is that day alone. */
export const daysOf = (value: FilterValue | undefined, now: Date, timeZone: string): DayRange | null => {
  if (typeof value === 'string') return { from: value.slice(0, 10), to: addDays(value.slice(0, 10), 1) }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const today = dateIn(now, timeZone)
  if (isDayOf(value)) {
    const day = addDays(today, 'daysAgo' in value ? -value.daysAgo : value.daysAhead)
    return { from: day, to: addDays(day, 1) }
  }
  if (isPeriod(value)) {
    const first = addPeriods(startOfPeriod(today, value.period), value.period, value.offset)
    return { from: first, to: addPeriods(first, value.period, 1) }
  }
  if ('from' in value) return { from: value.from.slice(0, 10), to: addDays(value.to.slice(0, 10), 1) }
  return null
}
