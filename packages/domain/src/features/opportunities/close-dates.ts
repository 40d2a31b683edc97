/** A close date that moves is a fact of its own: how often a deal was pushed, and by how many days. */
import { daysBetween } from '../../dates.ts'

export type Pushes = { pushCount: number; pushedDays: number }

/** Only a later date is a push; an earlier one, a first one and none leave the counts as they are. */
export const pushesAfter = (before: Pushes & { expectedCloseAt: string | null }, next: string | null): Pushes => {
  const { pushCount, pushedDays, expectedCloseAt } = before
  const days = expectedCloseAt !== null && next !== null ? daysBetween(expectedCloseAt, next) : 0
  return days > 0 ? { pushCount: pushCount + 1, pushedDays: pushedDays + days } : { pushCount, pushedDays }
}
