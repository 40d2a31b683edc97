/** What is sold to whom, and what was done for it. */
import type { PrismaClient } from '@rapport/prisma'
import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { label, trashed, aCustomerOf, type World } from './world.ts'

const stageOf = async (prisma: PrismaClient, opportunityId: string, phase: string): Promise<string> => {
  const { pipelineId } = await prisma.opportunity.findUniqueOrThrow({ where: { id: opportunityId } })
  return (await prisma.stage.findFirstOrThrow({ where: { pipelineId, phase } })).id
}
const close = async (prisma: PrismaClient, id: string) => {
  const stageId = await stageOf(prisma, id, 'lost')
  await prisma.opportunity.update({ where: { id }, data: { stageId, phase: 'lost', closedAt: new Date() } })
}
const anItem = async (prisma: PrismaClient, of: string) => (await aDictionaryItem(prisma, { of })).id

// With somebody who asks for nothing himself; he has the right over such records, or had got access already.
const sharing = (recordType: 'customer' | 'opportunity'): World['commands'] => ({
  share: async (prisma) => {
    const noun = recordType === 'customer' ? 'customers' : 'opportunities'
    const role = await aRole(prisma, { rights: { [noun]: ['read'] } })
    return { userId: (await aUser(prisma, { roleIds: [role.id] })).id, access: 'read' }
  },
  unshare: async (prisma, { id: recordId }) => {
    const userId = (await aUser(prisma)).id
    await prisma.collaborator.create({ data: { recordType, recordId, userId } })
    return { userId }
  },
})

// With another that its owner sees as he sees this one.
const relating = (of: 'customer' | 'contact'): World['commands'] => {
  const dictionary = of === 'customer' ? 'customerRelation' : 'relation'
  const otherFor = async (prisma: PrismaClient, id: string) => {
    const select = { ownerId: true, teamId: true } as const
    if (of === 'customer') return aCustomer(prisma, await prisma.customer.findUniqueOrThrow({ where: { id }, select }))
    const { customers, ...owner } = await prisma.contact.findUniqueOrThrow({
      where: { id },
      select: { ...select, customers: { select: { customerId: true } } },
    })
    return aContact(prisma, { ...owner, customerIds: customers.map(({ customerId }) => customerId) })
  }
  return {
    relate: async (prisma, { id }) => ({
      otherId: (await otherFor(prisma, id)).id,
      typeId: await anItem(prisma, dictionary),
    }),
    unrelate: async (prisma, { id: fromId }) => {
      const data = { fromId, toId: (await otherFor(prisma, fromId)).id, typeId: await anItem(prisma, dictionary) }
      const select = { id: true } as const
      const made =
        of === 'customer'
          ? prisma.customerRelation.create({ data, select })
          : prisma.contactRelation.create({ data, select })
      return { relationId: (await made).id }
    },
  }
}

export const salesWorlds: Record<string, World> = {
  customers: {
    bulk: { language: 'en' },
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      // A person, whose card is among what is asked for.
      const own = { kind: 'person', name: canary, note: canary, taxNo: canary, ownerId, teamId, ...trashed(given) }
      return (await aCustomer(prisma, own)).id
    },
    refer: (prisma, customerId, owner) => anOpportunity(prisma, { ...owner, customerId }),
    canaryField: 'name',
    draft: async (prisma, canary) => ({ kind: 'company', name: canary, sourceId: (await aSource(prisma)).id }),
    patch: (canary) => ({ name: canary }),
    commands: {
      transfer: async (_, { heirId }) => ({ ownerId: heirId }),
      ...sharing('customer'),
      ...relating('customer'),
    },
  },
  contacts: {
    bulk: { language: 'en' },
    child: true,
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      const customerIds = [await aCustomerOf(prisma, given)]
      return (await aContact(prisma, { name: canary, wechat: canary, ownerId, teamId, customerIds, ...trashed(given) }))
        .id
    },
    canaryField: 'name',
    draft: async (_, canary) => ({ name: canary }),
    patch: (canary) => ({ name: canary }),
    commands: { ...relating('contact') },
  },
  opportunities: {
    bulk: { startedAt: '2026-02-03' },
    child: true,
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      const customerId = await aCustomerOf(prisma, given)
      return (
        await anOpportunity(prisma, { name: canary, need: canary, customerId, ownerId, teamId, ...trashed(given) })
      ).id
    },
    canaryField: 'name',
    draft: async (prisma, canary, { ownerId, teamId }) => ({
      name: canary,
      customerId: (await aCustomer(prisma, { ownerId, teamId })).id,
      pipelineId: (await aPipeline(prisma)).id,
    }),
    patch: (canary) => ({ name: canary }),
    commands: {
      transfer: async (_, { heirId }) => ({ ownerId: heirId }),
      ...sharing('opportunity'),
      move: async (prisma, { id }) => ({ stageId: await stageOf(prisma, id, 'commit') }),
      lose: async (prisma) => ({ reasonId: await anItem(prisma, 'loseReason') }),
      reopen: async (prisma, { id }) => ({ reason: 'canary', stageId: await stageOf(prisma, id, 'open') }),
      'change-pipeline': async (prisma) => {
        const { id: pipelineId, stages } = await aPipeline(prisma)
        return { pipelineId, stageId: stages[0]!.id, reason: 'canary' }
      },
      'undo-move': async (prisma, { id }) => ({
        moveId: (await prisma.stageMove.findFirstOrThrow({ where: { opportunityId: id } })).id,
      }),
    },
    prepare: { reopen: close },
    asides: { '/opportunities/board': async (prisma) => `?pipelineId=${(await aPipeline(prisma)).id}` },
  },
  activities: {
    bulk: { plannedStart: '2030-01-01T08:00:00Z' },
    child: true,
    make: async (prisma, given) => {
      const { ownerId, teamId, canary } = given
      const customerId = await aCustomerOf(prisma, given)
      return (
        await anActivity(prisma, { subject: canary, body: canary, customerId, ownerId, teamId, ...trashed(given) })
      ).id
    },
    canaryField: 'subject',
    draft: async (prisma, canary, { ownerId, teamId }) => ({
      kind: 'call',
      subject: canary,
      customerId: (await aCustomer(prisma, { ownerId, teamId })).id,
    }),
    patch: (canary) => ({ subject: canary }),
    commands: {
      complete: async (prisma) => ({ outcomeId: await anItem(prisma, 'outcome') }),
      defer: async () => ({ plannedStart: '2030-01-01T08:00:00Z' }),
    },
  },
  products: {
    bulk: { unit: 'kg' },
    open: true,
    make: async (prisma, given) =>
      (
        await aProduct(prisma, {
          code: given.canary,
          label: label(given.canary),
          searchText: given.canary,
          ...trashed(given),
        })
      ).id,
    canaryField: 'code',
    draft: async (_, canary) => ({ code: canary, label: label(canary) }),
    patch: (canary) => ({ label: label(canary) }),
  },
  competitors: {
    open: true,
    lasting: true,
    make: async (prisma, { canary }) => (await aCompetitor(prisma, { name: canary })).id,
    canaryField: 'name',
    draft: async (_, canary) => ({ name: canary }),
    patch: (canary) => ({ name: canary }),
  },
}
