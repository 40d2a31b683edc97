/** A session begins: a new token every time, so that a token planted before means nothing after. */
import { newToken } from '../../access/tokens.ts'
import type { Tx } from '../../ctx.ts'
import { record } from '../../events/record.ts'

const DAYS = 30

/** Who signs in, and with what; the session he presented, if any, ends. */
export type Arrival = { user: { id: string; name: string }; userAgent: string | null; replaces?: string | undefined }

/** Returns the cookie's token, which is stored nowhere. */
export const startSession = async (tx: Tx, { user, userAgent, replaces }: Arrival): Promise<string> => {
  const { token, hash } = newToken()
  const session = await tx.db.session.create({
    data: {
      userId: user.id,
      tokenHash: hash,
      expiresAt: new Date(tx.now.getTime() + DAYS * 86_400_000),
      createdAt: tx.now,
      lastSeenAt: tx.now,
      ip: tx.ip,
      userAgent: userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  })
  if (replaces) await tx.db.session.updateMany({ where: { id: replaces }, data: { revokedAt: tx.now } })
  await tx.db.user.update({ where: { id: user.id }, data: { lastSeenAt: tx.now }, select: { id: true } })
  await record(tx, { type: 'session.started', subject: session.id, title: user.name })
  return token
}
