/** How many days before loading a closed deal of the story was closed: its month counted back, and how much of it had passed. */
import { addPeriods, dateIn, daysBetween, startOfPeriod } from '@rapport/domain/dates.ts'

/** In the present month only days that have been count, so that nothing is closed in the future. */
export const closedDaysAgo = ({ month, day }: { month: number; day: number }, now: Date): number => {
  const today = dateIn(now, 'Asia/Shanghai')
  const first = addPeriods(startOfPeriod(today, 'month'), 'month', -month)
  const length = month === 0 ? daysBetween(first, today) + 1 : daysBetween(first, addPeriods(first, 'month', 1))
  return daysBetween(first, today) - Math.floor(length * day)
}
