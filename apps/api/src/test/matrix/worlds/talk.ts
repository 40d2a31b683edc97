/** What people say to each other. */
import { anAttachment } from '@rapport/prisma/factories/attachments.ts'
import { aComment } from '@rapport/prisma/factories/comments.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aNotification } from '@rapport/prisma/factories/notifications.ts'
import { aCustomerOf, trashed, type World } from './world.ts'

export const talkWorlds: Record<string, World> = {
  comments: {
    child: true,
    make: async (prisma, given) => {
      const { ownerId, canary } = given
      const targetId = await aCustomerOf(prisma, given)
      return (await aComment(prisma, { targetId, body: canary, createdById: ownerId, ...trashed(given) })).id
    },
    canaryField: 'body',
    draft: async (prisma, canary, { ownerId, teamId }) => ({
      targetType: 'customer',
      targetId: (await aCustomer(prisma, { ownerId, teamId })).id,
      body: canary,
    }),
    patch: (canary) => ({ body: canary }),
  },
  attachments: {
    child: true,
    make: async (prisma, given) => {
      const { ownerId, canary } = given
      const targetId = await aCustomerOf(prisma, given)
      return (await anAttachment(prisma, { targetId, name: canary, createdById: ownerId, ...trashed(given) })).id
    },
    canaryField: 'name',
    draft: async (prisma, canary, { ownerId, teamId }) => {
      const form = new FormData()
      form.set('targetType', 'customer')
      form.set('targetId', (await aCustomer(prisma, { ownerId, teamId })).id)
      form.set('file', new Blob([canary]), `${canary}.txt`)
      return form
    },
  },
  notifications: {
    personal: true,
    lasting: true,
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      const { id: targetId } = await aCustomer(prisma, { ownerId, teamId, name: canary })
      return (await aNotification(prisma, { userId: ownerId, targetId })).id
    },
    draft: async () => ({}),
  },
}
