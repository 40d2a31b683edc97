/** What every factory needs: the client, and names that no other test uses. */
import { randomBytes } from 'node:crypto'
import type { PrismaClient } from '../generated/client.ts'

export type World = PrismaClient

/**
 * A short text that occurs nowhere else. Letters and digits of all kinds, because names of two tests must not be alike either:
 * two companies of like names and one city or domain are held for one, which ten hexadecimal digits were now and then.
 */
export const unique = (prefix = ''): string =>
  `${prefix}${randomBytes(8).readBigUInt64BE().toString(36).padStart(13, '0')}`

/** What a search looks into, as the domain's search-text.ts writes it, from which this floor may not import. */
export const searched = async (world: World, ...parts: string[]): Promise<string> => {
  const [row] = await world.$queryRaw<{ text: string }[]>`select searchable(${parts.join(' ').toLowerCase()}) as text`
  return row?.text ?? ''
}
