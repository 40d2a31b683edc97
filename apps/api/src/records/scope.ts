/** How far an actor's scope over a noun reaches, as SQL over the columns `ownerId` and `teamId`; its twin is access/reach.ts. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { scopeOf } from '@rapport/domain/access/actor.ts'
import type { Action, Noun } from '@rapport/domain/access/permissions.ts'
import { column, join, sql, type Sql } from './record-set.ts'

/** True for the rows of `alias` that stand within the reach of the actor's right; lent access comes on top. */
export const withinScope = (actor: Actor, noun: Noun, alias: string, action: Action = 'read'): Sql => {
  if (scopeOf(actor, noun, action) === 'all') return sql`true`
  return anyOf(waysIn(actor, noun, alias, action))
}

/** True where one of the ways leads in. */
export const anyOf = (ways: readonly Sql[]): Sql => (ways.length === 0 ? sql`false` : sql`(${join([...ways], ' or ')})`)

/** The ways into a scope short of `all`, each of which an index serves by itself: one's own, and what is the teams'. */
export const waysIn = (actor: Actor, noun: Noun, alias: string, action: Action): Sql[] => {
  const scope = scopeOf(actor, noun, action)
  const own = actor.userId === null ? [] : [sql`${column(alias, 'ownerId')} = ${actor.userId}::uuid`]
  const teams = scope === 'self' ? [] : scope === 'team' ? actor.teamIds : actor.teamIdsBelow
  return teams.length === 0 ? own : [...own, sql`${column(alias, 'teamId')} = any(${[...teams]}::uuid[])`]
}

/** True for rows somebody lent the actor access to. */
export const lent = (actor: Actor, recordType: Lendable, alias: string, write = false): Sql =>
  actor.userId === null
    ? sql`false`
    : sql`${column(alias, 'id')} = any(array(${lentIds(actor.userId, recordType, write)}))`

type Lendable = 'customer' | 'opportunity'

/** True for what was lent without an end, or until a day that is not over where the organisation is. */
export const lasts = (alias: string): Sql => sql`(${column(alias, 'until')} is null or ${column(alias, 'until')} >=
  (now() at time zone coalesce((select value->>'timeZone' from settings where key = 'organisation'), 'Asia/Shanghai'))::date)`

// As an array it is read once per statement, so that an index on the id still serves it beside the owner's and the team's.
const lentIds = (userId: string, recordType: Lendable, write: boolean): Sql => sql`
  select "recordId" from collaborators where "userId" = ${userId}::uuid and "recordType" = ${recordType} ${write ? sql`and access = 'write'` : sql``}
    and ${lasts('collaborators')}`

/**
 * The ids of the live customers within a scope short of `all`, lent ones among them. Each way in is a select of its own,
 * because then an index answers it without the table: with `or` between them PostgreSQL reads all these customers.
 */
export const customerIdsWithin = (actor: Actor, write = false): Sql => {
  const ways = [...waysIn(actor, 'customers', 'c', actionOf(write)), lent(actor, 'customer', 'c', write)]
  return join(
    ways.map((way) => sql`select c.id from customers c where ${way} and c."deletedAt" is null`),
    ' union all ',
  )
}

/** The right whose reach counts. */
export const actionOf = (write: boolean): Action => (write ? 'update' : 'read')
