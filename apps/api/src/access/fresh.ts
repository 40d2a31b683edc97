/** What widens rights needs a password entered minutes ago: a machine left unlocked must not make keys or roles. */
import type { Ctx, Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'

const MINUTES = 10

/** Errors: 403 `auth.stale` for a session signed in longer ago than ten minutes, and for keys, which never sign in. */
export const demandFreshSignIn = ({ actor, now }: Ctx | Tx): void => {
  if (actor.kind === 'system') return
  const age = actor.signedInAt ? now.getTime() - actor.signedInAt.getTime() : Infinity
  if (age > MINUTES * 60_000) refuse('auth.stale')
}
