/** An API key: a beginning to recognise it by, also for secret scanners, and 256 random bits. */
import { randomBytes } from 'node:crypto'
import { hashToken } from '../../access/actor.queries.ts'

export const newKey = (): { key: string; prefix: string; hash: string } => {
  const prefix = `rpt_${randomBytes(4).toString('hex')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  return { key, prefix, hash: hashToken(key) }
}
