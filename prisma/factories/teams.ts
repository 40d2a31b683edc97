/** Teams for tests. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aTeam = (world: World, given: Partial<Prisma.TeamUncheckedCreateInput> = {}) => {
  const name = unique('Team ')
  return world.team.create({ data: { label: { zh: name, en: name }, ...given } })
}
