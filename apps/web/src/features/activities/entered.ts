/** What was filled into the panel of a new activity → what the API takes; the rules are those of the composer. */
import { instantAt } from '@rapport/domain/dates.ts'
import type { ActivityKind } from '@rapport/domain/features/activities/activity-choices.ts'
import { MORNING, needsOutcome } from '@rapport/domain/features/activities/activities.rules.ts'
import { subjectFields, subjectIn } from '../../app/subjects.ts'
import type { Draft } from './activities.queries.ts'
import { morningOf, nextKind, takesOutcome } from './composed.ts'

/** `todo` is planned, `done` is logged. Days are 'YYYY-MM-DD', times 'HH:MM'; what is left empty is ''. */
export type Entered = {
  state: 'todo' | 'done'
  kind: ActivityKind
  /** The record it is about, as `customers:<id>`. */
  about: string
  subject: string
  body: string
  ownerId: string
  day: string
  time: string
  /** Of what is done: the day and the time, the outcome, the day of the next contact. */
  doneDay: string
  doneTime: string
  outcomeId: string
  next: string
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Without a time it is for the morning of the day. */
const instantOf = (day: string, time: string, timeZone: string): string =>
  instantAt(day, time ? minutesOf(time) : MORNING, timeZone).toISOString()

type Place = { timeZone: string; today: string; nameOf: (kind: ActivityKind) => string }

const completedOf = (entered: Entered, { timeZone, today }: Place): NonNullable<Draft['completed']> => {
  const { kind, doneDay, doneTime, outcomeId, next } = entered
  // What was done today and at no time in particular was done just now.
  const isNow = doneTime === '' && (doneDay === '' || doneDay === today)
  return {
    ...(takesOutcome(kind) && outcomeId && { outcomeId }),
    ...(!isNow && { actualEnd: instantOf(doneDay || today, doneTime, timeZone) }),
    ...(next && { next: { kind: nextKind(kind), plannedStart: morningOf(next, timeZone) } }),
  }
}

/** A meeting or a call that says nothing of itself is called by its kind, as in the composer; anything else must be named. */
export function draftOfEntered(entered: Entered, place: Place): Draft {
  const { state, kind, about, body, ownerId, day, time } = entered
  const subject = entered.subject.trim() || (needsOutcome(kind) ? place.nameOf(kind) : '')
  const record = subjectIn(about)
  return {
    kind,
    subject,
    ...(record && { [subjectFields[record.noun]]: record.id }),
    ...(body.trim() && { body }),
    ...(ownerId && { ownerId }),
    ...(state === 'done'
      ? { completed: completedOf(entered, place) }
      : day && { plannedStart: instantOf(day, time, place.timeZone) }),
  }
}
