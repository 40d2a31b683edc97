/** What nobody brought back in time. */
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { anAttachment } from '@rapport/prisma/factories/attachments.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { pino } from 'pino'
import { beforeEach, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import { useApp, type Caller } from '../../test/app.ts'
import { purgeTrash } from './purge.commands.ts'

const test = useApp()
const DAY = 86_400_000
let admin: Caller
beforeEach(async () => {
  admin = await test.as()
})

const purgeAfter = (days: number) => {
  const ctx = systemCtx(test.app.services, pino({ level: 'silent' }), 'test')
  return purgeTrash({ ...ctx, now: new Date(Date.now() + days * DAY) })
}
const statusOf = async (path: string) => (await admin.call('POST', `/trash/${path}/restore`)).status

it('goes with all that went along, not before its day [C8]', async () => {
  const { prisma } = test.database
  const customer = await admin.call('POST', '/customers', {
    kind: 'company',
    name: 'Purged Ltd',
    sourceId: (await aSource(prisma)).id,
  })
  const { id } = customer.body as { id: string }
  const contact = await aContact(prisma, { customerIds: [id] })
  const { id: stageId } = (await aPipeline(prisma)).stages.find(({ phase }) => phase === 'lost') ?? {}
  const deal = await anOpportunity(prisma, { customerId: id, stageId })
  const activity = await anActivity(prisma, { customerId: id, opportunityId: deal.id })
  const friend = await aCustomer(prisma, { referrerId: id })
  await admin.call('POST', '/comments', { targetType: 'customer', targetId: id, body: 'A word' })
  await anAttachment(prisma, { targetId: id })
  expect((await admin.call('DELETE', `/customers/${id}`)).status).toBe(204)
  await purgeAfter(29)
  expect(await prisma.customer.count({ where: { id } })).toBe(1)
  await purgeAfter(31)
  const [customers, contacts, deals, activities, comments, files, keys, periods] = await Promise.all([
    prisma.customer.count({ where: { id } }),
    prisma.contact.count({ where: { id: contact.id } }),
    prisma.opportunity.count({ where: { id: deal.id } }),
    prisma.activity.count({ where: { id: activity.id } }),
    prisma.comment.count({ where: { targetId: id } }),
    prisma.attachment.count({ where: { targetId: id, deletedAt: null } }),
    prisma.identityKey.count({ where: { recordId: id } }),
    prisma.ownershipPeriod.count({ where: { recordId: id } }),
  ])
  expect([customers, contacts, deals, activities, comments, files, keys, periods]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  expect(await prisma.customer.findUniqueOrThrow({ where: { id: friend.id } })).toMatchObject({ referrerId: null })
  expect(await statusOf(id)).toBe(404)
  // The row stays until the file it names is gone.
  expect(await prisma.attachment.count({ where: { targetId: id } })).toBe(1)
  const event = await prisma.event.findFirstOrThrow({ where: { recordId: id, type: 'customer.purged' } })
  expect(event).toMatchObject({ title: 'Purged Ltd', actorType: 'system', data: { records: 4 } })
})

it('stays what was brought back, and what something alive cannot do without', async () => {
  const { prisma } = test.database
  const back = await aCustomer(prisma)
  const product = await aProduct(prisma)
  const deal = await anOpportunity(prisma)
  await prisma.opportunityLine.create({
    data: { opportunityId: deal.id, productId: product.id, unitPrice: 1, net: 1 },
  })
  const unused = await aProduct(prisma)
  for (const one of [product, unused]) await admin.call('DELETE', `/products/${one.id}`)
  await admin.call('DELETE', `/customers/${back.id}`)
  await admin.call('POST', `/trash/${back.id}/restore`)
  await purgeAfter(31)
  expect(await prisma.customer.count({ where: { id: back.id } })).toBe(1)
  expect(await prisma.product.count({ where: { id: product.id } })).toBe(1)
  expect(await prisma.product.count({ where: { id: unused.id } })).toBe(0)
})

it('leaves an activity that is kept without the person who is not', async () => {
  const { prisma } = test.database
  const customer = await aCustomer(prisma)
  const contact = await aContact(prisma, { customerIds: [customer.id] })
  const activity = await anActivity(prisma, { customerId: customer.id, contactId: contact.id })
  await admin.call('DELETE', `/contacts/${contact.id}`)
  await purgeAfter(31)
  expect(await prisma.contact.count({ where: { id: contact.id } })).toBe(0)
  expect(await prisma.activity.findUniqueOrThrow({ where: { id: activity.id } })).toMatchObject({ contactId: null })
})

it('what named it as the other end of a relation does not any more', async () => {
  const { prisma } = test.database
  const [gone, stays] = [await aContact(prisma), await aContact(prisma)]
  const typeId = (await aDictionaryItem(prisma, { of: 'relation' })).id
  await prisma.contactRelation.create({ data: { fromId: stays.id, toId: gone.id, typeId } })
  await admin.call('DELETE', `/contacts/${gone.id}`)
  expect(await prisma.contactRelation.count({ where: { fromId: stays.id } })).toBe(1)
  await purgeAfter(31)
  expect(await prisma.contactRelation.count({ where: { fromId: stays.id } })).toBe(0)
  expect((await admin.call('GET', `/contacts/${stays.id}/relations`)).body.items).toEqual([])
})
