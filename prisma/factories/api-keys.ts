/** API keys without the ceremony: the row, and the key itself. */
import { createHash, randomBytes } from 'node:crypto'
import type { Prisma } from '../generated/client.ts'
import type { World } from './world.ts'

export const anApiKey = async (
  world: World,
  ownerId: string,
  given: Partial<Prisma.ApiKeyUncheckedCreateInput> = {},
) => {
  const prefix = `rpt_${randomBytes(4).toString('hex')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  const hash = createHash('sha256').update(key).digest('base64url')
  const row = await world.apiKey.create({
    data: { ownerId, label: prefix, prefix, hash, fullAccess: !given.scopes, ...given },
  })
  return { key, row }
}
