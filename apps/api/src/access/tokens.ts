/** Opaque tokens of 256 bits; only their SHA-256 is ever stored. */
import { randomBytes } from 'node:crypto'
import { hashToken } from './actor.queries.ts'

export const newToken = (): { token: string; hash: string } => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}
