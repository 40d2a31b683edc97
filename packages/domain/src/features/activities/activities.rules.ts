/** What follows from what, for activities: transitions, completion, deferral. Pure. */
import { addWorkingDays, dateIn, instantAt, onDay, startOfDay } from '../../dates.ts'
import type { ErrorCode } from '../../errors.ts'
import { openStatuses } from '../../next-action.ts'
import type { ActivityKind, ActivityStatus } from './activity-choices.ts'

export type ActivityCommand = 'start' | 'complete' | 'defer' | 'cancel'
type Decision<T> =
  | { ok: true; value: T }
  | { ok: false; code: ErrorCode; params?: Record<string, unknown>; faults?: { path: string; code: string }[] }

const from: Record<ActivityCommand, readonly ActivityStatus[]> = {
  start: ['planned'],
  complete: ['planned', 'inProgress', 'missed'],
  defer: ['planned', 'deferred', 'missed'],
  cancel: ['planned', 'inProgress', 'missed', 'deferred'],
}

/** Whether the command may follow on this status. */
export const mayFollow = (command: ActivityCommand, status: ActivityStatus): boolean => from[command].includes(status)

const refused = (status: ActivityStatus): Decision<never> => ({
  ok: false,
  code: 'activity.transition',
  params: { status },
})

/** The command's right to be, or 409 `activity.transition`. */
export const decideTransition = (command: ActivityCommand, status: ActivityStatus): Decision<true> =>
  mayFollow(command, status) ? { ok: true, value: true } : refused(status)

// Where one meets the customer, what came of it is worth asking.
const asksOutcome: readonly ActivityKind[] = ['call', 'meeting', 'visit', 'demo']
/** Whether completing this kind needs an outcome. */
export const needsOutcome = (kind: ActivityKind): boolean => asksOutcome.includes(kind)

const meets: readonly ActivityKind[] = ['meeting', 'visit', 'demo']

/** Whether the customer answered, unless somebody says so: one met, or the call was taken. */
export const isAnswered = (kind: ActivityKind, outcomeCode: string | null): boolean =>
  meets.includes(kind) || (kind === 'call' && outcomeCode !== null && outcomeCode !== 'noAnswer')

type Done = { status: 'done'; actualStart: Date; actualEnd: Date; outcomeId: string | null; answered: boolean }
type Completion = {
  outcomeId?: string | null | undefined
  answered?: boolean | undefined
  actualStart?: string | undefined
  actualEnd?: string | undefined
}
type Completable = { kind: ActivityKind; status: ActivityStatus; actualStart: Date | null }

/** What completing sets. It ended now unless said otherwise, and began when it was started. */
export const decideCompletion = (
  { kind, status, actualStart }: Completable,
  sent: Completion,
  outcomeCode: string | null,
  now: Date,
): Decision<Done> => {
  if (!mayFollow('complete', status)) return refused(status)
  if (needsOutcome(kind) && !sent.outcomeId)
    return { ok: false, code: 'outcome.required', faults: [{ path: 'outcomeId', code: 'field.required' }] }
  const begun = sent.actualStart === undefined ? actualStart : new Date(sent.actualStart)
  const end = sent.actualEnd === undefined ? later(begun, now) : new Date(sent.actualEnd)
  const start = begun ?? end
  if (end < start) return endsBeforeStart('actualEnd')
  const answered = sent.answered ?? isAnswered(kind, outcomeCode)
  return {
    ok: true,
    value: { status: 'done', actualStart: start, actualEnd: end, outcomeId: sent.outcomeId ?? null, answered },
  }
}

const later = (begun: Date | null, now: Date) => (begun && begun > now ? begun : now)

const endsBeforeStart = (path: string): Decision<never> => ({
  ok: false,
  code: 'activity.ends_before_start',
  faults: [{ path, code: 'activity.ends_before_start' }],
})

/** Refuses an end before its start, or without one. */
export const decideSpan = (start: Date | null, end: Date | null): Decision<true> =>
  end && (!start || end < start) ? endsBeforeStart('plannedEnd') : { ok: true, value: true }

/**
 * What was planned to end before this instant counts as missed: the working day after the planned end has passed.
 * `timeZone` is the organisation's.
 */
export const missedBefore = (now: Date, timeZone: string): Date =>
  startOfDay(addWorkingDays(dateIn(now, timeZone), -1), timeZone)

/** The minute of the day for which something is planned that has a day and no time. */
export const MORNING = 9 * 60

/** When its owner is told that it is due: at its time, or in the morning of the day for which it is planned without one. */
export const dueAt = (plannedStart: Date, timeZone: string): Date => {
  const day = dateIn(plannedStart, timeZone)
  const isForTheDay = startOfDay(day, timeZone).getTime() === plannedStart.getTime()
  return isForTheDay ? instantAt(day, MORNING, timeZone) : plannedStart
}

/** Whether a plan may be given another time: what is to be done still, or waits as deferred. */
export const mayReplan = (status: ActivityStatus): boolean =>
  status === 'deferred' || openStatuses.some((open) => open === status)

/** Whether what was missed or put off is planned again by its new time. */
export const isPlannedAgain = (status: ActivityStatus, start: Date | null, now: Date): boolean =>
  status !== 'inProgress' && start !== null && start > now

/** To a day, or by so many working days; back when negative. */
export type PlanMove = { day: string } | { workingDays: number }

/**
 * A plan on another day: it keeps its time of day, as the clock of the zone shows it. What has no time yet is planned for the
 * morning of a day that is named, and cannot be moved by days.
 */
export const movedPlan = (start: Date | null, move: PlanMove, timeZone: string): Date | null => {
  if ('day' in move) return start ? onDay(start, move.day, timeZone) : instantAt(move.day, MORNING, timeZone)
  return start && onDay(start, addWorkingDays(dateIn(start, timeZone), move.workingDays), timeZone)
}

type Planned = { plannedStart: Date | null; firstPlannedStart: Date | null; deferCount: number }

/** The first plan is kept; a plan that is moved after its time has come counts as a deferral, as does every `deferred`. */
export const reschedule = (
  planned: Planned,
  start: Date | null,
  now: Date,
  deferred = false,
): { firstPlannedStart: Date | null; deferCount: number } => {
  const moved = planned.plannedStart !== null && planned.plannedStart.getTime() !== start?.getTime()
  const counts = deferred || (moved && planned.plannedStart !== null && planned.plannedStart < now)
  return {
    firstPlannedStart: planned.firstPlannedStart ?? planned.plannedStart ?? start,
    deferCount: planned.deferCount + (counts ? 1 : 0),
  }
}
