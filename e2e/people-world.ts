/** Administrators and colleagues of a test's own, so that what it does to rights and accounts touches nobody else. */
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique, type World } from '@rapport/prisma/factories/world.ts'

/** Somebody with the ready role of this code; his name is nobody else's. */
export const aColleague = async (world: World, code: string, given: Parameters<typeof aUser>[1] = {}) => {
  const { id } = await world.role.findUniqueOrThrow({ where: { code }, select: { id: true } })
  const name = unique('同事')
  return aUser(world, { name, locale: 'zh-CN', roleIds: [id], ...given })
}
