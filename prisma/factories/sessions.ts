/** Signed in without the form: a session row, and the cookie's token. */
import { createHash, randomBytes } from 'node:crypto'
import type { World } from './world.ts'

export const aSession = async (world: World, userId: string) => {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = createHash('sha256').update(token).digest('base64url')
  const expiresAt = new Date(Date.now() + 86_400_000)
  const session = await world.session.create({ data: { userId, tokenHash, expiresAt } })
  return { token, session }
}
