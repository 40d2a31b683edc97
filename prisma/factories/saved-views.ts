/** Saved views for tests: of opportunities and for their maker alone unless named otherwise. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aSavedView = (world: World, given: Partial<Prisma.SavedViewUncheckedCreateInput> = {}) =>
  world.savedView.create({ data: { entity: 'opportunities', label: unique('View '), ...given } })
