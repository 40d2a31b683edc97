/** Contacts for tests, standing at the customers given. */
import type { Prisma } from '../generated/client.ts'
import { searched, unique, type World } from './world.ts'

type Given = Partial<Prisma.ContactUncheckedCreateInput> & { customerIds?: string[] }

export const aContact = async (world: World, { customerIds = [], ...given }: Given = {}) => {
  const name = given.name ?? unique('Contact ')
  const customers = { create: customerIds.map((customerId) => ({ customerId })) }
  return world.contact.create({ data: { searchText: await searched(world, name), customers, ...given, name } })
}
