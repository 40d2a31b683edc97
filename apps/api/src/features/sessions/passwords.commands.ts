/** Entering one's password again: to change it, or to be trusted with what widens rights. */
import { isStrongPassword } from '@rapport/domain/features/sessions/password-policy.ts'
import { checkPassword, hashPassword } from '../../access/password.ts'
import { endAccess } from '../../access/revoke.commands.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { stamp } from '../../records/versions.ts'
import { startSession } from './session-start.commands.ts'
import { countAttempt, forgetAttempt } from './throttle.queries.ts'

type Person = { id: string; name: string; email: string; passwordHash: string | null }

/**
 * Ends all other sessions and all keys, and goes on in a new session whose token is returned. Errors: 401 for a wrong
 * present password, 422 `password.weak`.
 */
export const changePassword = async (
  ctx: Ctx,
  sent: { current: string; next: string },
  userAgent: string | null,
): Promise<string> => {
  const user = await demandPassword(ctx, sent.current)
  if (!isStrongPassword(sent.next, user.email)) refuse('password.weak', {}, [{ path: 'next', code: 'password.weak' }])
  const passwordHash = await hashPassword(sent.next)
  return transact({ ...ctx, idempotency: null }, async (tx) => {
    const changed = await tx.db.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash },
      data: { passwordHash, ...stamp(tx) },
    })
    if (changed.count === 0) refuse('auth.failed')
    await endAccess(tx, user.id)
    await record(tx, { type: 'user.passwordChanged', subject: user.id, title: user.name })
    return startSession(tx, { user, userAgent })
  })
}

/** Goes on in a new session, fresh for ten minutes; its token is returned. Errors: 401 for a wrong password. */
export const confirmPassword = async (ctx: Ctx, password: string, userAgent: string | null): Promise<string> => {
  const user = await demandPassword(ctx, password)
  return transact({ ...ctx, idempotency: null }, (tx) =>
    startSession(tx, { user, userAgent, replaces: tx.actor.sessionId }),
  )
}

// A key has no password; a session is what is to be renewed.
const demandPassword = async (ctx: Ctx, password: string): Promise<Person> => {
  const id = ctx.actor.sessionId ? ctx.actor.userId : null
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: id ?? refuse('access.denied') },
    select: { id: true, name: true, email: true, passwordHash: true },
  })
  await countAttempt(ctx, user.email)
  const { fits } = await checkPassword(password, user.passwordHash)
  if (!fits) refuse('auth.failed')
  await forgetAttempt(ctx, user.email)
  return user
}
