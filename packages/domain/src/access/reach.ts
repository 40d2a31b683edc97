/** Whether an actor's right over a noun covers a record that stands with this owner and team; the memory twin of the SQL. */
import { scopeOf, type Actor } from './actor.ts'
import type { Action, Noun } from './permissions.ts'

export type Placed = { ownerId: string | null; teamId: string | null }

/** Lent access (collaborators) and what flows from a customer come on top. */
export const reaches = (actor: Actor, noun: Noun, { ownerId, teamId }: Placed, action: Action): boolean => {
  const scope = scopeOf(actor, noun, action)
  if (scope === 'all') return true
  if (actor.userId !== null && ownerId === actor.userId) return true
  if (scope === 'self' || teamId === null) return false
  return (scope === 'team' ? actor.teamIds : actor.teamIdsBelow).includes(teamId)
}

/** Whether what the actor may change he may also delete: where deleting reaches less far, only what stands within that. */
export const removes = (actor: Actor, noun: Noun, place: Placed): boolean =>
  scopeOf(actor, noun, 'delete') === scopeOf(actor, noun, 'update') || reaches(actor, noun, place, 'delete')
