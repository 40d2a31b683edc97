/** Cookie or key → actor, in one statement, at every request: a right that was taken away is gone at the next one. */
import { createHash } from 'node:crypto'
import { combineRoles, limitTo, type Actor, type RoleRules } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { Prisma } from '@rapport/prisma'
import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import type { Ctx, Services, Tx } from '../ctx.ts'
import { selectRows } from '../records/rows.ts'

type Source = Pick<Services, 'prisma' | 'readRows'>

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** `__Host-` ties the cookie to this host over https; on plain http a browser would refuse it. */
export const cookieName = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-rapport' : 'rapport')

export const IDLE_HOURS = 12
const SEEN_EVERY = 5 * 60_000

type ActorRow = {
  userId: string
  name: string
  locale: string
  timeZone: string
  primaryTeamId: string | null
  roles: string
  teamIds: string[]
  teamIdsBelow: string[]
  sessionId: string | null
  signedInAt: Date | null
  lastSeenAt: Date | null
  apiKeyId: string | null
  keyScopes: string[] | null
}

/** The caller, or null when neither cookie nor key is valid. A bearer call ignores cookies. */
export const authenticate = async (
  request: FastifyRequest,
  source: Source,
  publicUrl: string,
  now: Date,
): Promise<Actor | null> => {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (request.headers.authorization !== undefined)
    return bearer ? load(source, keyOwner(hashToken(bearer), now), now) : null
  const token = request.cookies[cookieName(publicUrl)]
  if (!token) return null
  return load(source, sessionOwner(hashToken(token), now), now)
}

const sessionOwner = (hash: string, now: Date) => Prisma.sql`
  select s."userId", s.id as "sessionId", s."createdAt" as "signedInAt", s."lastSeenAt", null::uuid as "apiKeyId", null::text[] as "keyScopes" from sessions s
  where s."tokenHash" = ${hash} and s."revokedAt" is null and s."expiresAt" > ${now} and s."lastSeenAt" > ${now}::timestamptz - ${`${IDLE_HOURS} hours`}::interval`

const keyOwner = (hash: string, now: Date) => Prisma.sql`
  select k."ownerId" as "userId", null::uuid as "sessionId", null::timestamptz as "signedInAt", k."lastUsedAt" as "lastSeenAt", k.id as "apiKeyId", case when k."fullAccess" then null else k.scopes end as "keyScopes" from api_keys k
  where k.hash = ${hash} and k."revokedAt" is null and (k."expiresAt" is null or k."expiresAt" > ${now})`

/**
 * Somebody for work in the background, with the rights he has at this moment; within the key's, where a key asked for the
 * work. Null when he or the key may no longer act.
 */
export const loadActor = (source: Source, userId: string, apiKeyId: string | null): Promise<Actor | null> =>
  load(source, apiKeyId === null ? personHimself(userId) : keyItself(userId, apiKeyId, new Date()), new Date())

const personHimself = (userId: string) => Prisma.sql`
  select ${userId}::uuid as "userId", null::uuid as "sessionId", null::timestamptz as "signedInAt", now() as "lastSeenAt", null::uuid as "apiKeyId", null::text[] as "keyScopes"`

const keyItself = (userId: string, apiKeyId: string, now: Date) => Prisma.sql`
  select k."ownerId" as "userId", null::uuid as "sessionId", null::timestamptz as "signedInAt", k."lastUsedAt" as "lastSeenAt", k.id as "apiKeyId", case when k."fullAccess" then null else k.scopes end as "keyScopes" from api_keys k
  where k.id = ${apiKeyId}::uuid and k."ownerId" = ${userId}::uuid and k."revokedAt" is null and (k."expiresAt" is null or k."expiresAt" > ${now})`

/**
 * Several people with the rights each has at this moment: those active among the ids that `people` selects, as `id`, in no
 * order. One statement; within a transaction as that sees them.
 */
export const loadActors = async (ctx: Ctx | Tx, people: Prisma.Sql): Promise<Actor[]> => {
  const caller = Prisma.sql`
    select person.id as "userId", null::uuid as "sessionId", null::timestamptz as "signedInAt", null::timestamptz as "lastSeenAt", null::uuid as "apiKeyId", null::text[] as "keyScopes"
    from (${people}) person`
  return (await selectRows<ActorRow>(ctx, actorQuery(caller))).map(actorOf)
}

const load = async ({ prisma, readRows }: Source, caller: Prisma.Sql, now: Date): Promise<Actor | null> => {
  const [row] = await readRows<ActorRow>(actorQuery(caller))
  if (!row) return null
  if (row.lastSeenAt === null || now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY) await touch(prisma, row, now)
  return actorOf(row)
}

const actorOf = (row: ActorRow): Actor => {
  const rules = rulesOf(row.roles)
  return {
    kind: row.apiKeyId ? 'apiKey' : 'user',
    userId: row.userId,
    name: row.name,
    locale: row.locale === 'en' ? 'en' : 'zh-CN',
    timeZone: row.timeZone,
    rules: row.apiKeyId ? limitTo(rules, row.keyScopes as Permission[] | null) : rules,
    teamIds: row.teamIds,
    teamIdsBelow: row.teamIdsBelow,
    primaryTeamId: row.primaryTeamId,
    ...(row.sessionId && { sessionId: row.sessionId }),
    ...(row.signedInAt && { signedInAt: row.signedInAt }),
    ...(row.apiKeyId && { apiKeyId: row.apiKeyId }),
  }
}

// The roles are asked for at every request; what they come to together is worked out once for each text they may have.
const combined = new Map<string, RoleRules>()
const COMBINATIONS = 500

const rulesOf = (roles: string): RoleRules => {
  const known = combined.get(roles)
  if (known) return known
  if (combined.size >= COMBINATIONS) combined.clear()
  const rules = combineRoles(JSON.parse(roles) as RoleRules[])
  combined.set(roles, rules)
  return rules
}

const actorQuery = (caller: Prisma.Sql) => Prisma.sql`
  with recursive caller as (${caller}),
  member as (
    select c."userId", m."teamId" as id from team_members m join caller c on c."userId" = m."userId" where m."to" is null
    union select c."userId", t.id from teams t join caller c on c."userId" = t."managerId"
  ),
  below as (select "userId", id from member union select b."userId", t.id from teams t join below b on t."parentId" = b.id)
  select u.id as "userId", u.name, u.locale, u."timeZone", u."primaryTeamId", c."sessionId", c."signedInAt", c."lastSeenAt", c."apiKeyId", c."keyScopes",
    coalesce((select json_agg(json_build_object('rights', r.rights, 'scopes', r.scopes, 'fieldRules', r."fieldRules", 'special', r.special))
      from user_roles ur join roles r on r.id = ur."roleId" where ur."userId" = u.id), '[]'::json)::text as roles,
    coalesce((select array_agg(id::text) from member where member."userId" = u.id), '{}') as "teamIds",
    coalesce((select array_agg(id::text) from below where below."userId" = u.id), '{}') as "teamIdsBelow"
  from caller c join users u on u.id = c."userId" where u.status = 'active'`

const touch = async (prisma: Source['prisma'], row: ActorRow, now: Date) => {
  if (row.sessionId) await prisma.session.updateMany({ where: { id: row.sessionId }, data: { lastSeenAt: now } })
  if (row.apiKeyId) await prisma.apiKey.updateMany({ where: { id: row.apiKeyId }, data: { lastUsedAt: now } })
}
