/** An activity as it comes in and as it is sent, and what its commands take. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { draftSchema, instantString, patchSchema, recordSchema } from '../../field/schemas.ts'
import { activityKinds, type ActivityKind } from './activity-choices.ts'
import { activityFields } from './activities.fields.ts'

export const activityVerbs = ['edit', 'start', 'complete', 'defer', 'cancel', 'delete'] as const

const kinds = activityKinds.map(({ value }) => value) as [ActivityKind, ...ActivityKind[]]
const version = { version: z.int().min(1).optional() }

/** The next step, planned for the same customer, deal, person and owner. */
const nextStep = z.strictObject({
  kind: z.enum(kinds),
  subject: text(200, 1).optional(),
  body: text(20_000).optional(),
  plannedStart: instantString(),
  plannedEnd: instantString().optional(),
})

const completion = {
  outcomeId: z.uuid().nullable().optional(),
  /** Whether the customer answered; where it is left out, kind and outcome tell. */
  answered: z.boolean().optional(),
  actualStart: instantString().optional(),
  actualEnd: instantString().optional(),
  /** Added to the notes. */
  note: text(20_000).optional(),
  next: nextStep.optional(),
}

/** `completed` logs what has been done already, in one step. */
export const activityDraft = draftSchema(activityFields, { completed: z.strictObject(completion).optional() })
export const activityPatch = patchSchema(activityFields)
export const activity = recordSchema('Activity', activityFields, activityVerbs)
/** What was just entered, with the next step planned along with it, so that both can be taken back. */
export const enteredActivity = recordSchema('EnteredActivity', activityFields, activityVerbs, {
  next: z.object({ id: z.uuid(), version: z.int() }).nullable(),
})

export const activityCompletion = z.strictObject({ ...completion, ...version })
/** To another time, or (null) to none for now. */
export const activityDeferral = z.strictObject({
  plannedStart: instantString().nullable(),
  plannedEnd: instantString().nullable().optional(),
  reason: text(500, 1).optional(),
  ...version,
})
export const activityCancellation = z.strictObject({ reason: text(500, 1).optional(), ...version })

export type ActivityDraft = z.output<typeof activityDraft>
export type ActivityPatch = z.output<typeof activityPatch>
export type Activity = z.output<typeof activity>
export type EnteredActivity = z.output<typeof enteredActivity>
export type ActivityCompletion = z.output<typeof activityCompletion>
export type ActivityDeferral = z.output<typeof activityDeferral>
export type ActivityCancellation = z.output<typeof activityCancellation>
export type NextStep = z.output<typeof nextStep>
