/** What was typed into the composer → what the API takes. */
import { instantAt } from '@rapport/domain/dates.ts'
import type { ActivityKind } from '@rapport/domain/features/activities/activity-choices.ts'
import { MORNING, needsOutcome } from '@rapport/domain/features/activities/activities.rules.ts'
import type { About, Draft } from './activities.queries.ts'

export type Composed = {
  kind: ActivityKind
  text: string
  outcomeId: string
  contactId: string
  /** The day of the next contact, or of the task; '' for none. */
  day: string
}

/** The kinds offered; a task is planned, everything else has been done. */
export const composedKinds = ['call', 'visit', 'meeting', 'message', 'mail', 'note', 'task'] as const

const SUBJECT = 120

/** Nine o'clock on that day where the reader is; a plan needs an instant. */
export const morningOf = (day: string, timeZone: string): string => instantAt(day, MORNING, timeZone).toISOString()

// The first line names it; what is longer stands whole in the notes.
const named = (text: string, fallback: string) => {
  const whole = text.trim()
  const letters = Array.from(whole.split('\n')[0] ?? '')
  const subject = letters.length > SUBJECT ? `${letters.slice(0, SUBJECT - 1).join('')}…` : letters.join('')
  return { subject: subject || fallback, ...(whole !== subject && whole && { body: whole }) }
}

const meets: readonly ActivityKind[] = ['call', 'visit', 'meeting', 'demo']
/** What the next contact will be: as this one where one meets, else a call. */
export const nextKind = (kind: ActivityKind): ActivityKind => (meets.includes(kind) ? kind : 'call')

/** Whether something can have come of it: a note is only read, a task has yet to be done. */
export const takesOutcome = (kind: ActivityKind): boolean => kind !== 'task' && kind !== 'note'

/** The figure that chooses the outcome at this place; there are nine. */
export const outcomeKey = (at: number): string | undefined => (at < 9 ? `${at + 1}` : undefined)

/** What was refused, back in the form; what has been typed there meanwhile stays, below it. */
export const together = (refused: Composed, typed: Composed): Composed => {
  const text = [refused.text, typed.text].filter((part) => part.trim()).join('\n')
  return text === refused.text ? refused : { ...refused, text }
}

/** What is still missing before it can be sent. */
export const missingIn = ({ kind, text, outcomeId }: Composed): 'text' | 'outcome' | null => {
  if (needsOutcome(kind)) return outcomeId ? null : 'outcome'
  return text.trim() ? null : 'text'
}

/** `name` stands where nothing was typed: what the kind is called. */
export function draftOf(composed: Composed, about: About, name: string, timeZone: string): Draft {
  const { kind, text, outcomeId, contactId, day } = composed
  const asked = takesOutcome(kind) ? outcomeId : ''
  const draft = { kind, ...about, ...(contactId && { contactId }), ...named(text, name) }
  if (kind === 'task') return { ...draft, ...(day && { plannedStart: morningOf(day, timeZone) }) }
  const next = day && { next: { kind: nextKind(kind), plannedStart: morningOf(day, timeZone) } }
  return { ...draft, completed: { ...(asked && { outcomeId: asked }), ...next } }
}
