/** Customers for tests; with a source of their own unless one is given. */
import type { Prisma } from '../generated/client.ts'
import { aSource } from './sources.ts'
import { searched, unique, type World } from './world.ts'

export const aCustomer = async (world: World, given: Partial<Prisma.CustomerUncheckedCreateInput> = {}) => {
  const name = given.name ?? unique('Customer ')
  const sourceId = given.sourceId ?? (await aSource(world)).id
  const number = unique('CUS-')
  const searchText = await searched(world, name, number)
  return world.customer.create({ data: { kind: 'company', number, searchText, ...given, name, sourceId } })
}
