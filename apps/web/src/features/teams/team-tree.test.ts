import { describe, expect, it } from 'vitest'
import { branchIds, treeOf } from './team-tree.ts'
import type { Team } from './teams.queries.ts'

const team = (id: string, parentId: string | null = null) => ({ id, parentId }) as Team
const teams = [
  team('east-2', 'east'),
  team('sales'),
  team('east', 'sales'),
  team('east-1', 'east'),
  team('lost', 'gone'),
]
const nameOf = ({ id }: Team) => id
const shown = (folded: string[] = []) =>
  treeOf(teams, nameOf, new Set(folded)).map(({ team: { id }, depth }) => `${depth} ${id}`)

describe('treeOf', () => {
  it('puts each team under its parent, siblings by name; an orphan stands at the top', () => {
    expect(shown()).toEqual(['0 lost', '0 sales', '1 east', '2 east-1', '2 east-2'])
  })

  it('hides what is below a folded team', () => {
    expect(shown(['east'])).toEqual(['0 lost', '0 sales', '1 east'])
    expect(treeOf(teams, nameOf, new Set(['east'])).find(({ team: { id } }) => id === 'east')?.hasChildren).toBe(true)
  })
})

describe('branchIds', () => {
  it('holds the team and everything below it', () => {
    expect([...branchIds(teams, 'sales')].toSorted()).toEqual(['east', 'east-1', 'east-2', 'sales'])
    expect([...branchIds(teams, 'lost')]).toEqual(['lost'])
  })
})
