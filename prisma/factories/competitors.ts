/** Competitors for tests. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aCompetitor = (world: World, given: Partial<Prisma.CompetitorUncheckedCreateInput> = {}) =>
  world.competitor.create({ data: { name: unique('Competitor '), ...given } })
