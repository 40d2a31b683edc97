/** With which days the figures of a period are compared. */
import { addDays, addPeriods, daysBetween, startOfPeriod } from '../../dates.ts'

export type Days = { from: string; to: string }

/**
 * The equally long period directly before, and of one that is still running only as much as has passed of it: a month on its
 * 22nd day is compared with the first 22 days of the month before. Whole months are compared with whole months. Null for a
 * period without a beginning, one that has not begun, or one before which our calendar ends.
 */
export const previousPeriod = ({ from, to }: { from?: string; to?: string }, today: string): Days | null => {
  if (!from) return null
  const last = to && to < today ? to : today
  if (last < from) return null
  const months = to ? wholeMonths(from, to) : 0
  const before =
    months > 0
      ? { from: addPeriods(from, 'month', -months), to: sameDayBefore(last, months) }
      : shifted({ from, to: last }, daysBetween(from, to ?? last) + 1)
  return before.from < '1900-01-01' ? null : before
}

const shifted = ({ from, to }: Days, days: number): Days => ({ from: addDays(from, -days), to: addDays(to, -days) })

const isLastOfMonth = (day: string) => addDays(day, 1).endsWith('-01')

const wholeMonths = (from: string, to: string): number => {
  if (!from.endsWith('-01') || !isLastOfMonth(to)) return 0
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [year = 0, month = 0] = to.split('-').map(Number)
  return (year - fromYear) * 12 + month - fromMonth + 1
}

// The last day of a month stands for the last day of any other, however long.
const sameDayBefore = (day: string, months: number): string => {
  const first = addPeriods(startOfPeriod(day, 'month'), 'month', -months)
  const last = addDays(addPeriods(first, 'month', 1), -1)
  const same = `${first.slice(0, 8)}${day.slice(8)}`
  return isLastOfMonth(day) || same > last ? last : same
}
