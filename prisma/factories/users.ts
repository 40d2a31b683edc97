/** People for tests: active, with the roles and the team given. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

type Given = Partial<Prisma.UserUncheckedCreateInput> & { roleIds?: string[]; teamId?: string }

export const aUser = (world: World, { roleIds = [], teamId, ...given }: Given = {}) => {
  const name = unique('user-')
  return world.user.create({
    data: {
      email: `${name}@example.com`,
      name,
      status: 'active',
      locale: 'en',
      ...(teamId && { primaryTeamId: teamId, memberships: { create: { teamId } } }),
      roles: { create: roleIds.map((roleId) => ({ roleId })) },
      ...given,
    },
  })
}
