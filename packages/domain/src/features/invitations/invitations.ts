/** Links by which a person chooses a password: once invited, or after it was forgotten. */
import { z } from 'zod'
import { text } from '../../contract/text.ts'
import { me } from '../sessions/sessions.ts'

/** Shown to who made it and kept nowhere; `link` is null when the answer is repeated. */
export const signInLink = z
  .object({ link: z.string().nullable(), expiresAt: z.string().meta({ format: 'date-time' }) })
  .meta({ id: 'SignInLink' })

export const acceptance = z.strictObject({
  token: text(200, 1),
  password: text(200, 1),
})

export const linkToken = acceptance.pick({ token: true })

/** `joined`: whom it invited has a password already, and signs in with that. */
export const linkState = z.object({ state: z.enum(['works', 'joined', 'ended']) }).meta({ id: 'SignInLinkState' })

export const accepted = me

export type SignInLink = z.output<typeof signInLink>
export type LinkState = z.output<typeof linkState>
export type Acceptance = z.output<typeof acceptance>
