/** Links for people to choose their password, and following one. */
import { isStrongPassword } from '@rapport/domain/features/sessions/password-policy.ts'
import type { Acceptance, LinkState, SignInLink } from '@rapport/domain/features/invitations/invitations.ts'
import type { Me } from '@rapport/domain/features/sessions/sessions.ts'
import type { User } from '@rapport/domain/features/users/users.ts'
import { demandFreshSignIn } from '../../access/fresh.ts'
import { findLink, hasJoined, makeLink, takeLink, type LinkPurpose } from '../../access/one-time-tokens.commands.ts'
import { hashPassword } from '../../access/password.ts'
import { endAccess } from '../../access/revoke.commands.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { openRecord } from '../../records/open.ts'
import { stamp } from '../../records/versions.ts'
import { startSession } from '../sessions/session-start.commands.ts'
import { asUser } from '../sessions/sessions.commands.ts'
import { loadMe } from '../sessions/sessions.queries.ts'
import { userRecords } from '../users/users.records.ts'

const paths: Record<LinkPurpose, string> = { invite: 'invite', reset: 'reset' }

/** Errors: 409 `user.transition` for who is not invited (or not active, for a reset). */
export const makeSignInLink = async (ctx: Ctx, id: string, purpose: LinkPurpose): Promise<SignInLink> => {
  demandFreshSignIn(ctx)
  let token: string | null = null
  const made = await transact(ctx, async (tx) => {
    const user = await openRecord<User>(tx, userRecords, id)
    demand(user.can.administer)
    if (!(purpose === 'invite' ? user.can.invite : user.can.resetPassword)) refuse('user.transition')
    const { name, passwordHash } = await tx.db.user.findUniqueOrThrow({
      where: { id },
      select: { name: true, passwordHash: true },
    })
    const link = await makeLink(tx, { id, passwordHash }, purpose)
    token = link.token
    await record(tx, { type: 'user.linkMade', subject: id, title: name, data: { purpose } })
    // What is stored for a repeated request must not hold the link.
    return { link: null, expiresAt: link.expiresAt.toISOString() }
  })
  return { ...made, link: `${ctx.services.config.url}/${paths[purpose]}/${token}` }
}

/** What becomes of who follows a link, told before he chooses a password. What is no link has ended. */
export const lookAtLink = async (ctx: Ctx, token: string): Promise<LinkState> => {
  if (await findLink(ctx, token)) return { state: 'works' }
  return { state: (await hasJoined(ctx, token)) ? 'joined' : 'ended' }
}

/** The person is active from now on, signed in here and nowhere else. Errors: 422 `token.invalid`, `password.weak`. */
export const acceptLink = async (
  ctx: Ctx,
  sent: Acceptance,
  userAgent: string | null,
): Promise<{ me: Me; token: string }> => {
  const holder = (await findLink(ctx, sent.token)) ?? refuse('token.invalid')
  if (!isStrongPassword(sent.password, holder.email))
    refuse('password.weak', {}, [{ path: 'password', code: 'password.weak' }])
  const passwordHash = await hashPassword(sent.password)
  const as = asUser(ctx, holder)
  const token = await transact(as, async (tx) => {
    if (!(await takeLink(tx, holder.tokenId))) refuse('token.invalid')
    await tx.db.$queryRaw`select 1 from users where id = ${holder.id}::uuid for update`
    const { status, joinedAt } = await tx.db.user.findUniqueOrThrow({
      where: { id: holder.id },
      select: { status: true, joinedAt: true },
    })
    if (status !== 'invited' && status !== 'active') refuse('token.invalid')
    await tx.db.user.update({
      where: { id: holder.id },
      data: { passwordHash, status: 'active', joinedAt: joinedAt ?? tx.now, ...stamp(tx) },
      select: { id: true },
    })
    await endAccess(tx, holder.id)
    const type = status === 'invited' ? 'user.activated' : 'user.passwordChanged'
    await record(tx, { type, subject: holder.id, title: holder.name })
    return startSession(tx, { user: holder, userAgent })
  })
  return { me: await loadMe(as, holder.id), token }
}
