/** A user as he comes in and as he is sent. */
import { z } from 'zod'
import { emailAddress } from '../../contract/text.ts'
import { isTimeZone } from '../../dates.ts'
import { draftSchema, patchSchema, recordSchema } from '../../field/schemas.ts'
import { userFields } from './users.fields.ts'

export const userVerbs = [
  'edit',
  'administer',
  'invite',
  'resetPassword',
  'suspend',
  'reactivate',
  'leave',
  'delete',
] as const

const timeZone = z.string().max(64).refine(isTimeZone, { error: 'field.invalid' })

/** With a password the user is active at once (for integrations); without one he is invited. */
export const userDraft = draftSchema(userFields, {
  email: emailAddress(),
  timeZone: timeZone.optional(),
  password: z.string().min(1).max(200).optional(),
})
export const userPatch = patchSchema(userFields, { email: emailAddress().optional(), timeZone: timeZone.optional() })
export const user = recordSchema('User', userFields, userVerbs)

export type UserDraft = z.output<typeof userDraft>
export type UserPatch = z.output<typeof userPatch>
export type User = z.output<typeof user>
