/** The client on a running database, for tests that do not live inside the API: end-to-end tests and tools. */
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client.ts'
import type { World } from './world.ts'

/** Close it with `world.$disconnect()`. */
export const openWorld = (connectionString: string): World =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 2 }) })
