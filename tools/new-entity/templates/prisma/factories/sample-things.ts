/** Sample things for tests. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aSampleThing = (world: World, given: Partial<Prisma.SampleThingUncheckedCreateInput> = {}) =>
  world.sampleThing.create({ data: { name: unique('sample-thing-'), ...given } })
