/**
 * Links that let somebody choose a password: 256 random bits, kept as a hash, used once, bound to the person and to the
 * password he had when the link was made, dead with the account.
 */
import { createHash } from 'node:crypto'
import type { Ctx, Tx } from '../ctx.ts'
import { hashToken } from './actor.queries.ts'
import { endLinks } from './revoke.commands.ts'
import { newToken } from './tokens.ts'

export type LinkPurpose = 'invite' | 'reset'
const MINUTES: Record<LinkPurpose, number> = { invite: 7 * 24 * 60, reset: 30 }
const STATES: Record<LinkPurpose, readonly string[]> = { invite: ['invited'], reset: ['active'] }

const bindingOf = (passwordHash: string | null) =>
  createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url')

/** A new link's token; earlier ones of the person end. */
export const makeLink = async (
  tx: Tx,
  user: { id: string; passwordHash: string | null },
  purpose: LinkPurpose,
): Promise<{ token: string; expiresAt: Date }> => {
  await endLinks(tx, user.id)
  const { token, hash } = newToken()
  const expiresAt = new Date(tx.now.getTime() + MINUTES[purpose] * 60_000)
  const boundTo = bindingOf(user.passwordHash)
  await tx.db.oneTimeToken.create({
    data: { purpose, hash, userId: user.id, boundTo, createdAt: tx.now, expiresAt },
    select: { id: true },
  })
  return { token, expiresAt }
}

export type LinkHolder = { tokenId: string; id: string; name: string; email: string }

/** Whose link this is, while it works; null otherwise, whatever the cause. */
export const findLink = async (ctx: Ctx | Tx, token: string): Promise<LinkHolder | null> => {
  const row = await ctx.db.oneTimeToken.findUnique({
    where: { hash: hashToken(token) },
    select: {
      id: true,
      purpose: true,
      boundTo: true,
      expiresAt: true,
      usedAt: true,
      user: { select: { id: true, name: true, email: true, status: true, passwordHash: true } },
    },
  })
  if (!row || row.usedAt !== null || row.expiresAt <= ctx.now) return null
  const { id, name, email, status, passwordHash } = row.user
  const isAlive = STATES[row.purpose as LinkPurpose]?.includes(status) && row.boundTo === bindingOf(passwordHash)
  return isAlive ? { tokenId: row.id, id, name, email } : null
}

/** Whether whom this link invited has come by it, or by another one. */
export const hasJoined = async (ctx: Ctx, token: string): Promise<boolean> => {
  const hash = hashToken(token)
  const purpose: LinkPurpose = 'invite'
  return (await ctx.db.oneTimeToken.count({ where: { hash, purpose, user: { status: 'active' } } })) > 0
}

/** Takes the link: of any number of takers at once one gets true. */
export const takeLink = async (tx: Tx, tokenId: string): Promise<boolean> => {
  const { count } = await tx.db.oneTimeToken.updateMany({
    where: { id: tokenId, usedAt: null, expiresAt: { gt: tx.now } },
    data: { usedAt: tx.now },
  })
  return count === 1
}
