/** Signing in and out, and what a person changes about himself. */
import type { Me } from '@rapport/domain/features/sessions/sessions.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { checkPassword, hashPassword, isStrongPassword } from '../../access/password.ts'
import { loadMe } from './sessions.queries.ts'
import { countAttempt, forgetAttempts } from './throttle.queries.ts'
import { newToken } from './tokens.ts'

const DAYS = 30

/** The new session's token goes into the cookie. Errors: 401 `auth.failed` (alike for every cause), 429 `auth.throttled`. */
export const signIn = async (
  ctx: Ctx,
  sent: { email: string; password: string },
  userAgent: string | null,
): Promise<{ me: Me; token: string }> => {
  const email = sent.email.toLowerCase()
  await countAttempt(ctx, [`account:${email}`, `address:${ctx.ip}`])
  const user = await ctx.db.user.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true, status: true },
  })
  const { fits, outdated } = await checkPassword(sent.password, user?.status === 'active' ? user.passwordHash : null)
  if (!user || !fits) return refuse('auth.failed')
  const rehashed = outdated ? await hashPassword(sent.password) : null
  await forgetAttempts(ctx, `account:${email}`)
  const { token, hash } = newToken()
  const as: Ctx = { ...ctx, idempotency: null, actor: { ...ctx.actor, userId: user.id, name: user.name } }
  await transact(as, async (tx) => {
    const expiresAt = new Date(tx.now.getTime() + DAYS * 86_400_000)
    const session = await tx.db.session.create({
      data: {
        userId: user.id,
        tokenHash: hash,
        expiresAt,
        createdAt: tx.now,
        lastSeenAt: tx.now,
        ip: tx.ip,
        userAgent: userAgent?.slice(0, 300) ?? null,
      },
    })
    await tx.db.user.update({
      where: { id: user.id },
      data: { lastSeenAt: tx.now, ...(rehashed && { passwordHash: rehashed }) },
    })
    await record(tx, { type: 'session.started', subject: session.id, title: user.name })
  })
  return { me: await loadMe(ctx, user.id), token }
}

/** Ends the caller's session, or another of his own. Errors: 404 for a session that is not his. */
export const endSession = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const ended = await tx.db.session.updateMany({
      where: { id, userId: tx.actor.userId ?? '', revokedAt: null },
      data: { revokedAt: tx.now },
    })
    if (ended.count === 0) refuse('record.notFound')
    await record(tx, { type: 'session.ended', subject: id, title: tx.actor.name })
  })

type MePatch = {
  name?: string | undefined
  locale?: 'zh-CN' | 'en' | undefined
  timeZone?: string | undefined
  version?: number | undefined
}

export const updateMe = (ctx: Ctx, patch: MePatch): Promise<Me> =>
  transact(ctx, async (tx) => {
    const id = callerId(tx)
    await tx.db.$queryRaw`select 1 from users where id = ${id}::uuid for update`
    const user = await tx.db.user.findUniqueOrThrow({ where: { id } })
    sameVersion(tx, user, patch)
    const { name = user.name, locale = user.locale, timeZone = user.timeZone } = patch
    await tx.db.user.update({ where: { id }, data: { name, locale, timeZone, ...stamp(tx) } })
    await record(tx, { type: 'user.updated', subject: id, title: name, version: user.version + 1 })
    return loadMe(tx, id)
  })

/** Ends all other sessions and all keys. Errors: 401 for a wrong present password, 422 `password.weak`. */
export const changePassword = async (ctx: Ctx, sent: { current: string; next: string }): Promise<void> => {
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: callerId(ctx) } })
  await countAttempt(ctx, [`account:${user.email}`])
  const { fits } = await checkPassword(sent.current, user.passwordHash)
  if (!fits) refuse('auth.failed')
  if (!isStrongPassword(sent.next, user.email)) refuse('password.weak', {}, [{ path: 'next', code: 'password.weak' }])
  const passwordHash = await hashPassword(sent.next)
  await forgetAttempts(ctx, `account:${user.email}`)
  await transact(ctx, async (tx) => {
    await tx.db.user.update({ where: { id: user.id }, data: { passwordHash, ...stamp(tx) } })
    await endAccess(tx, user.id, tx.actor.sessionId)
    await record(tx, { type: 'user.passwordChanged', subject: user.id, title: user.name, version: user.version + 1 })
  })
}

/** Revokes a user's sessions (but one) and keys; open streams notice within a second. */
export const endAccess = async (tx: Tx, userId: string, except?: string): Promise<void> => {
  await tx.db.session.updateMany({
    where: { userId, revokedAt: null, ...(except && { id: { not: except } }) },
    data: { revokedAt: tx.now },
  })
  await tx.db.apiKey.updateMany({ where: { ownerId: userId, revokedAt: null }, data: { revokedAt: tx.now } })
  await tx.db.oneTimeToken.updateMany({ where: { userId, usedAt: null }, data: { usedAt: tx.now } })
}

const callerId = (ctx: Ctx | Tx): string => ctx.actor.userId ?? refuse('auth.required')
