/** Activities for tests: a planned call unless told otherwise. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const anActivity = (world: World, given: Partial<Prisma.ActivityUncheckedCreateInput> = {}) =>
  world.activity.create({ data: { kind: 'call', subject: unique('Activity '), ...given } })
