/** Which sessions and keys still let somebody in, asked for many at once: open streams end with what opened them. */
import type { Db } from '../db/prisma.ts'
import { IDLE_HOURS } from './actor.queries.ts'

type Credentials = { sessionIds: readonly string[]; apiKeyIds: readonly string[] }

/** The ids among these that are neither revoked nor expired, of people who are active. */
export const liveCredentials = async (
  db: Db,
  { sessionIds, apiKeyIds }: Credentials,
  now: Date,
): Promise<Set<string>> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select s.id from sessions s join users u on u.id = s."userId" and u.status = 'active'
    where s.id = any(${[...sessionIds]}::uuid[]) and s."revokedAt" is null and s."expiresAt" > ${now}
      and s."lastSeenAt" > ${now}::timestamptz - ${`${IDLE_HOURS} hours`}::interval
    union all
    select k.id from api_keys k join users u on u.id = k."ownerId" and u.status = 'active'
    where k.id = any(${[...apiKeyIds]}::uuid[]) and k."revokedAt" is null and (k."expiresAt" is null or k."expiresAt" > ${now})`
  return new Set(rows.map(({ id }) => id))
}
