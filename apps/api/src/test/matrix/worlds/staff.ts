/** People and what they may. */
import type { PrismaClient } from '@rapport/prisma'
import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { label, type World } from './world.ts'

const inState = (status: string) => (prisma: PrismaClient, id: string) =>
  prisma.user.update({ where: { id }, data: { status } })

export const staffWorlds: Record<string, World> = {
  users: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aUser(prisma, { name: canary, lastSeenAt: null })).id,
    canaryField: 'name',
    draft: async (_, canary) => ({ name: canary, email: `${canary}@example.com` }),
    patch: (canary) => ({ name: canary }),
    prepare: { invite: inState('invited'), reactivate: inState('suspended') },
  },
  teams: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aTeam(prisma, { label: label(canary) })).id,
    canaryField: 'label',
    draft: async (_, canary) => ({ label: label(canary) }),
    patch: (canary) => ({ label: label(canary) }),
  },
  roles: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aRole(prisma, { label: label(canary) })).id,
    canaryField: 'label',
    draft: async (_, canary) => ({ label: label(canary) }),
    patch: (canary) => ({ label: label(canary) }),
  },
  'api-keys': {
    lasting: true,
    make: async (prisma, { ownerId, canary }) => (await anApiKey(prisma, ownerId, { label: canary })).row.id,
    canaryField: 'label',
    draft: async (_, canary) => ({ label: canary, fullAccess: true }),
    patch: (canary) => ({ label: canary }),
  },
}
