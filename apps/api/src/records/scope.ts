/** How far an actor's scope over a noun reaches, as SQL over the columns `ownerId` and `teamId`; its twin is access/reach.ts. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { scopeOf } from '@rapport/domain/access/actor.ts'
import type { Action, Noun } from '@rapport/domain/access/permissions.ts'
import { column, sql, type Sql } from './record-set.ts'

/** True for the rows of `alias` that stand within the reach of the actor's right; lent access comes on top. */
export const withinScope = (actor: Actor, noun: Noun, alias: string, action: Action = 'read'): Sql => {
  const scope = scopeOf(actor, noun, action)
  if (scope === 'all') return sql`true`
  const own = actor.userId === null ? sql`false` : sql`${column(alias, 'ownerId')} = ${actor.userId}::uuid`
  if (scope === 'self') return own
  const teams = scope === 'team' ? actor.teamIds : actor.teamIdsBelow
  return teams.length === 0 ? own : sql`(${own} or ${column(alias, 'teamId')} = any(${[...teams]}::uuid[]))`
}

/**
 * True for rows somebody lent the actor access to. The array is read once per statement, so that an index on the id still
 * serves it beside the owner's and the team's.
 */
export const lent = (actor: Actor, recordType: 'customer' | 'opportunity', alias: string, write = false): Sql => {
  if (actor.userId === null) return sql`false`
  const access = write ? sql`and access = 'write'` : sql``
  return sql`${column(alias, 'id')} = any(array(
    select "recordId" from collaborators where "userId" = ${actor.userId}::uuid and "recordType" = ${recordType} ${access}
      and (until is null or until >= current_date)))`
}

/** The right whose reach counts. */
export const actionOf = (write: boolean): Action => (write ? 'update' : 'read')
