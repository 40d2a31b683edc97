import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const entriesOf = async (caller: Caller) =>
  (await caller.call('GET', '/trash?limit=200')).body.items as { id: string; along: number; title: string }[]
const restore = (caller: Caller, id: string) => caller.call('POST', `/trash/${id}/restore`)

describe('GET /trash', () => {
  it('200 shows what was deleted, with how much went along, to who could have deleted it', async () => {
    const { prisma } = test.database
    const [rep, other, reader] = [
      await test.as({ role: 'rep' }),
      await test.as({ role: 'rep' }),
      await test.as({ role: 'executive' }),
    ]
    const { id, name } = await aCustomer(prisma, { ownerId: rep.userId })
    await aContact(prisma, { customerIds: [id] })
    await anActivity(prisma, { customerId: id })
    await prisma.collaborator.create({ data: { recordType: 'customer', recordId: id, userId: other.userId } })
    await rep.call('DELETE', `/customers/${id}`)
    expect(await entriesOf(rep)).toMatchObject([
      { id, entity: 'customers', title: name, along: 2, deletedById: rep.userId, can: { restore: true } },
    ])
    for (const caller of [other, reader]) expect(await entriesOf(caller)).toEqual([])
    expect((await restore(other, id)).status).toBe(404)
    expect((await test.nobody.call('GET', '/trash')).status).toBe(401)
  })

  it('200 without the title for who may not read names [B3]', async () => {
    const rules = {
      rights: { products: ['read', 'delete'] },
      scopes: { products: 'all' },
      fieldRules: { 'products.label': 'hidden' },
    }
    const blind = await test.as({ rules })
    const { id } = await aProduct(test.database.prisma)
    await blind.call('DELETE', `/products/${id}`)
    expect((await entriesOf(blind)).find((entry) => entry.id === id)).toMatchObject({ title: '' })
  })
})

describe('POST /trash/:id/restore', () => {
  it('200 brings a customer back with contacts, closed deals and activities, and what follows from them [C8]', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(prisma, { ownerId: rep.userId })
    const contact = await rep.call('POST', '/contacts', { name: 'Zhou', customers: [{ customerId: id }] })
    const plannedStart = new Date(Date.now() + 86_400_000)
    const step = await rep.call('POST', '/activities', { kind: 'task', subject: 'x', customerId: id, plannedStart })
    await rep.call('DELETE', `/customers/${id}`)
    const { status, body } = await restore(rep, id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ entity: 'customers', restored: { customers: 1, contacts: 1, activities: 1 } })
    expect((await rep.call('GET', `/customers/${id}`)).body.nextActionAt).toBe(plannedStart.toISOString())
    expect((await rep.call('GET', `/contacts/${contact.body.id}`)).body.customers).toMatchObject([{ primary: true }])
    expect((await rep.call('GET', `/activities/${step.body.id}`)).status).toBe(200)
    const event = await prisma.event.findFirstOrThrow({ where: { recordId: id, type: 'customer.restored' } })
    expect(event.recordVersion).toBe(3)
    expect(await entriesOf(rep)).toEqual([])
  })

  it('200 leaves in the trash what was deleted by itself before', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const { id } = await aCustomer(prisma, { ownerId: rep.userId })
    const early = await anActivity(prisma, { customerId: id, ownerId: rep.userId })
    await rep.call('DELETE', `/activities/${early.id}`)
    await rep.call('DELETE', `/customers/${id}`)
    expect((await restore(rep, early.id)).body.code).toBe('trash.parentDeleted')
    await restore(rep, id)
    expect((await rep.call('GET', `/activities/${early.id}`)).status).toBe(404)
    expect((await restore(rep, early.id)).status).toBe(200)
  })

  it('200 brings a deal back with its activities; its customer learns its next action again', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const customer = await aCustomer(prisma, { ownerId: rep.userId })
    const deal = await anOpportunity(prisma, { customerId: customer.id, ownerId: rep.userId })
    const plannedStart = new Date(Date.now() + 86_400_000)
    await rep.call('POST', '/activities', { kind: 'task', subject: 'x', opportunityId: deal.id, plannedStart })
    const nextAction = async () => (await rep.call('GET', `/customers/${customer.id}`)).body.nextActionAt
    await rep.call('DELETE', `/opportunities/${deal.id}`)
    expect(await nextAction()).toBeNull()
    expect((await restore(rep, deal.id)).body.restored).toMatchObject({ opportunities: 1, activities: 1 })
    expect(await nextAction()).toBe(plannedStart.toISOString())
  })

  it('404 for what does not lie there, or went along with another record', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const { id } = await aCustomer(prisma)
    const along = await aContact(prisma, { customerIds: [id] })
    expect((await restore(admin, id)).status).toBe(404)
    await admin.call('DELETE', `/customers/${id}`)
    expect((await restore(admin, along.id)).status).toBe(404)
  })

  it('409 when its unique value was taken meanwhile, and it stays where it is [C8]', async () => {
    const admin = await test.as()
    const { id, code } = await aProduct(test.database.prisma)
    await admin.call('DELETE', `/products/${id}`)
    await aProduct(test.database.prisma, { code })
    expect((await restore(admin, id)).body.code).toBe('record.exists')
    expect((await entriesOf(admin)).map((entry) => entry.id)).toContain(id)
  })
})
