/** Teams in the order of their tree. */
import type { Team } from './teams.queries.ts'

export type Branch = { team: Team; depth: number; hasChildren: boolean }

/**
 * Every team under its parent, siblings by name. What is folded hides what is below it; a team whose parent is not
 * among them stands at the top.
 */
export function treeOf(teams: readonly Team[], nameOf: (team: Team) => string, folded: ReadonlySet<string>): Branch[] {
  const known = new Set(teams.map(({ id }) => id))
  const below = Map.groupBy(teams, ({ parentId }) => (parentId && known.has(parentId) ? parentId : ''))
  const walk = (parent: string, depth: number): Branch[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
      .flatMap((team) => {
        const hasChildren = below.has(team.id)
        return [{ team, depth, hasChildren }, ...(folded.has(team.id) ? [] : walk(team.id, depth + 1))]
      })
  return walk('', 0)
}

/** The team and all teams below it: none of them can be its parent. */
export const branchIds = (teams: readonly Team[], id: string): Set<string> =>
  new Set([id, ...teams.filter(({ parentId }) => parentId === id).flatMap((team) => [...branchIds(teams, team.id)])])
