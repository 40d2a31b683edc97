/** Signing in and out, and what a person changes about himself. */
import { knownPreferences, type Preferences } from '@rapport/domain/features/sessions/preferences.ts'
import type { Me } from '@rapport/domain/features/sessions/sessions.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { changesBetween, record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { checkPassword, hashPassword } from '../../access/password.ts'
import { soundOf } from '../../values/sound.ts'
import { startSession } from './session-start.commands.ts'
import { loadMe } from './sessions.queries.ts'
import { countAttempt, forgetAttempt } from './throttle.queries.ts'

/** The new session's token goes into the cookie. Errors: 401 `auth.failed` (alike for every cause), 429 `auth.throttled`. */
export const signIn = async (
  ctx: Ctx,
  sent: { email: string; password: string },
  userAgent: string | null,
): Promise<{ me: Me; token: string }> => {
  const email = sent.email.toLowerCase()
  await countAttempt(ctx, email)
  const user = await ctx.db.user.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true, status: true },
  })
  const { fits, outdated } = await checkPassword(sent.password, user?.status === 'active' ? user.passwordHash : null)
  if (!user || !fits) return refuse('auth.failed')
  const rehashed = outdated ? await hashPassword(sent.password) : null
  await forgetAttempt(ctx, email)
  const token = await transact(asUser(ctx, user), async (tx) => {
    // Between the check and here the account may have been closed or its password changed.
    const { count } = await tx.db.user.updateMany({
      where: { id: user.id, status: 'active', passwordHash: user.passwordHash },
      data: { lastSeenAt: tx.now, ...(rehashed && { passwordHash: rehashed }) },
    })
    if (count === 0) refuse('auth.failed')
    return startSession(tx, { user, userAgent, replaces: ctx.actor.sessionId })
  })
  return { me: await loadMe(asUser(ctx, user), user.id), token }
}

/**
 * The ctx of who has just shown who he is. Without an idempotency key: the answer holds a token, which must not be stored.
 * What a cookie or key sent along was allowed counts no more.
 */
export const asUser = (ctx: Ctx, user: { id: string; name: string }): Ctx => ({
  ...ctx,
  idempotency: null,
  actor: { ...ctx.actor, kind: 'user', userId: user.id, name: user.name },
})

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
  preferences?: Preferences | undefined
  version?: number | undefined
}

/** The looks are his own business: that something changed is on record, and not what. Errors: 428, 412. */
export const updateMe = (ctx: Ctx, patch: MePatch): Promise<Me> =>
  transact(ctx, async (tx) => {
    const id = tx.actor.userId ?? refuse('auth.required')
    await tx.db.$queryRaw`select 1 from users where id = ${id}::uuid for update`
    const user = await tx.db.user.findUniqueOrThrow({ where: { id } })
    sameVersion(tx, user, patch)
    const { name = user.name, locale = user.locale, timeZone = user.timeZone } = patch
    const changed = { name, locale, timeZone }
    const { pinyin, initials } = soundOf(name, true)
    await tx.db.user.update({
      where: { id },
      data: {
        ...changed,
        preferences: { ...knownPreferences(user.preferences), ...patch.preferences },
        pinyin: `${pinyin} ${initials}`.trim(),
        ...stamp(tx),
      },
      select: { id: true },
    })
    const changes = changesBetween(user, changed)
    await record(tx, { type: 'user.updated', subject: id, title: name, version: user.version + 1, changes })
    return loadMe(tx, id)
  })
