/** A user as he comes in and as he is sent. */
import type { z } from 'zod'
import { emailAddress, text, timeZone } from '../../contract/text.ts'
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

/** With a password the user is active at once (for integrations); without one he is invited. */
export const userDraft = draftSchema(userFields, {
  email: emailAddress(),
  timeZone: timeZone().optional(),
  password: text(200, 1).optional(),
})
export const userPatch = patchSchema(userFields, { email: emailAddress().optional(), timeZone: timeZone().optional() })
export const user = recordSchema('User', userFields, userVerbs)

export type UserDraft = z.output<typeof userDraft>
export type UserPatch = z.output<typeof userPatch>
export type User = z.output<typeof user>
