/** Roles for tests; without rights unless given. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

export const aRole = (world: World, given: Partial<Prisma.RoleUncheckedCreateInput> = {}) => {
  const name = unique('Role ')
  return world.role.create({ data: { label: { zh: name, en: name }, ...given } })
}
