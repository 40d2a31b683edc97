/** Ending somebody's access: the next request with any of it is 401, open streams notice within a second. */
import type { Tx } from '../ctx.ts'

/** Revokes the user's sessions (but `except`), keys and one-time links. */
export const endAccess = async (tx: Tx, userId: string, except?: string): Promise<void> => {
  await tx.db.session.updateMany({
    where: { userId, revokedAt: null, ...(except && { id: { not: except } }) },
    data: { revokedAt: tx.now },
  })
  await tx.db.apiKey.updateMany({ where: { ownerId: userId, revokedAt: null }, data: { revokedAt: tx.now } })
  await endLinks(tx, userId)
}

/** One-time links that were not used yet work no more. */
export const endLinks = async (tx: Tx, userId: string): Promise<void> => {
  await tx.db.oneTimeToken.updateMany({ where: { userId, usedAt: null }, data: { usedAt: tx.now } })
}
