/**
 * The words behind three derived instants of customers and opportunities. Next action: the earliest planned start of an
 * activity that is still to be done, overdue or not. Last activity: the latest one done. Last real contact: the latest one
 * done in which the customer answered.
 */
import { dateIn, daysBetween } from './dates.ts'

/** States of an activity that is still to be done. */
export const openStatuses = ['planned', 'inProgress', 'missed'] as const

/** Kinds in which one may meet the customer; a note or a task is not among them, whatever it says. */
export const contactKinds = ['call', 'meeting', 'visit', 'message', 'mail', 'demo'] as const

export type NextActionState = { state: 'none' | 'planned' | 'overdue'; daysLate: number }

/** How a next action stands: late from the day after its own on, by whole days where the reader is; today is still in time. */
export const nextActionState = (at: string | null, now: Date, timeZone: string): NextActionState => {
  if (at === null) return { state: 'none', daysLate: 0 }
  const daysLate = Math.max(0, daysBetween(dateIn(new Date(at), timeZone), dateIn(now, timeZone)))
  return { state: daysLate > 0 ? 'overdue' : 'planned', daysLate }
}
