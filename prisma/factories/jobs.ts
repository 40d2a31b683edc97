/** Jobs for tests: a change of many customers that is done, with no rows of its own. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

type Given = Partial<Prisma.JobUncheckedCreateInput> & { ownerId: string }

export const aJob = (world: World, given: Given) =>
  world.job.create({
    data: { kind: 'bulk', entity: 'customers', action: 'update', title: unique('job-'), state: 'done', ...given },
  })
