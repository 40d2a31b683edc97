import { movedTo } from '@rapport/domain/features/contacts/job-changes.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const places = (body: { customers: { customerId: string; primary: boolean; active: boolean }[] }) =>
  body.customers.map(({ customerId, primary, active }) => ({ customerId, primary, active }))
const primariesOf = async (customerId: string) =>
  (await test.database.prisma.customerContact.findMany({ where: { customerId, primary: true, active: true } })).map(
    ({ contactId }) => contactId,
  )
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)
const find = (caller: Caller, filter: object) =>
  caller.call('GET', `/contacts?filter=${encodeURIComponent(JSON.stringify(filter))}&limit=200`)

describe('POST /contacts', () => {
  it('201 creates a person at two customers; the first at a customer is its primary', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const one = await aCustomer(prisma, { ownerId: rep.userId })
    const two = await aCustomer(prisma, { ownerId: rep.userId })
    await aContact(prisma, { customerIds: [two.id] })
    const customers = [{ customerId: one.id, title: '副总经理' }, { customerId: two.id }]
    const { status, body } = await rep.call('POST', '/contacts', { name: '袁立群', customers })
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: '袁立群', ownerId: rep.userId, can: { edit: true, delete: true } })
    expect(body.customers[0]).toMatchObject({
      customer: { id: one.id, label: one.name },
      title: '副总经理',
      primary: true,
    })
    expect(body.customerIds.toSorted()).toEqual([one.id, two.id].toSorted())
    expect(await primariesOf(two.id)).toHaveLength(1)
    expect(ids((await rep.call('GET', '/contacts?search=ylq')).body)).toContain(body.id)
    const event = await prisma.event.findFirstOrThrow({ where: { recordId: body.id } })
    expect(event).toMatchObject({ type: 'contact.created', customerId: one.id })
  })

  it('400 for two active places at one customer', async () => {
    const admin = await test.as()
    const { id: customerId } = await aCustomer(test.database.prisma)
    const name = unique('name-')
    const sent = { name, customers: [{ customerId }, { customerId }] }
    const { status, body } = await admin.call('POST', '/contacts', sent)
    expect([status, body.errors[0]]).toMatchObject([400, { path: 'customers.1.customerId', code: 'list.doubled' }])
    expect(await test.database.prisma.contact.count({ where: { name } })).toBe(0)
  })

  it('422 for a customer that is not visible', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id: customerId } = await aCustomer(test.database.prisma)
    const { status, body } = await rep.call('POST', '/contacts', { name: 'x', customers: [{ customerId }] })
    expect([status, body.errors]).toMatchObject([422, [{ path: 'customers.0.customerId', code: 'reference.invalid' }]])
  })
})

describe('PATCH /contacts/:id', () => {
  it('200 keeps a place that has ended, opens another, and hands the first place on', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const [old, next] = [await aCustomer(prisma), await aCustomer(prisma)]
    const mate = await aContact(prisma, { customerIds: [old.id] })
    const made = await admin.call('POST', '/contacts', {
      name: 'Zhou',
      customers: [{ customerId: old.id, primary: true }],
    })
    expect(await primariesOf(old.id)).toEqual([made.body.id])
    const [place] = made.body.customers
    const customers = [
      { id: place.id, customerId: old.id, active: false },
      { customerId: next.id, title: 'Buyer' },
    ]
    const { status, body } = await admin.call('PATCH', `/contacts/${made.body.id}`, { customers, version: 1 })
    expect(status).toBe(200)
    expect(places(body)).toEqual([
      { customerId: next.id, primary: true, active: true },
      { customerId: old.id, primary: false, active: false },
    ])
    expect(body.customers[1].to).toBe(new Date().toISOString().slice(0, 10))
    expect(body.customerIds).toEqual([next.id])
    expect(await primariesOf(old.id)).toEqual([mate.id])
  })

  it('200 leaves alone the places at customers the caller does not see', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const mine = await aCustomer(prisma, { ownerId: rep.userId })
    const foreign = await aCustomer(prisma)
    const { id } = await aContact(prisma, { customerIds: [mine.id, foreign.id] })
    expect(places((await rep.call('GET', `/contacts/${id}`)).body)).toMatchObject([{ customerId: mine.id }])
    const { body } = await rep.call('PATCH', `/contacts/${id}`, { customers: [], version: 1 })
    expect(body).toMatchObject({ code: 'record.notFound' })
    expect(await prisma.customerContact.count({ where: { contactId: id } })).toBe(2)
    const other = await aCustomer(prisma, { ownerId: rep.userId })
    const moved = await rep.call('PATCH', `/contacts/${id}`, { customers: [{ customerId: other.id }], version: 1 })
    expect(moved.status).toBe(200)
    const left = await prisma.customerContact.findMany({ where: { contactId: id }, select: { customerId: true } })
    expect(left.map(({ customerId }) => customerId).toSorted()).toEqual([foreign.id, other.id].toSorted())
  })

  it('403 where only the role on the places forbids [B4]', async () => {
    const fieldRules = { 'contacts.customers': 'read' }
    const rules = { rights: { contacts: ['read', 'update'] }, scopes: { contacts: 'all' }, fieldRules }
    const caller = await test.as({ rules })
    const { id } = await aContact(test.database.prisma)
    expect((await caller.call('PATCH', `/contacts/${id}`, { customers: [], version: 1 })).status).toBe(403)
  })

  it('412 for a stale version, 428 without one [C1]', async () => {
    const admin = await test.as()
    const { id } = await aContact(test.database.prisma)
    await admin.call('PATCH', `/contacts/${id}`, { salutation: 'Dr.', version: 1 })
    const { status, body } = await admin.call('PATCH', `/contacts/${id}`, { salutation: 'Mr', version: 1 })
    expect([status, body.params.conflicts]).toEqual([412, [{ field: 'salutation', yours: 'Mr', theirs: 'Dr.' }]])
    expect((await admin.call('PATCH', `/contacts/${id}`, { salutation: 'Mr' })).status).toBe(428)
  })

  it('422 for a person who would report to himself', async () => {
    const admin = await test.as()
    const boss = await aContact(test.database.prisma)
    const { id } = await aContact(test.database.prisma, { reportsToId: boss.id })
    const { status, body } = await admin.call('PATCH', `/contacts/${boss.id}`, { reportsToId: id, version: 1 })
    expect([status, body.code]).toEqual([422, 'contact.cycle'])
  })
})

describe('GET /contacts', () => {
  it('200 through any customer one sees, or by own owner; nobody else’s [B1] [B5]', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const customer = await aCustomer(prisma, { ownerId: rep.userId })
    const foreign = await aCustomer(prisma)
    const seen = await aContact(prisma, { customerIds: [customer.id, foreign.id] })
    const own = await aContact(prisma, { ownerId: rep.userId })
    const hidden = await aContact(prisma, { customerIds: [foreign.id] })
    const filter = { field: 'id', op: 'in', value: [seen.id, own.id, hidden.id] }
    const listed = await rep.call('GET', '/contacts?limit=200')
    expect(ids(listed.body).toSorted()).toEqual([seen.id, own.id].toSorted())
    expect((await rep.call('GET', `/contacts/${hidden.id}`)).status).toBe(404)
    expect(filter.value).toHaveLength(3)
  })

  it('200 lists the people of a customer by filter, and nobody of a customer one does not see', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const mine = await aCustomer(prisma, { ownerId: rep.userId })
    const foreign = await aCustomer(prisma)
    const { id } = await aContact(prisma, { customerIds: [mine.id, foreign.id] })
    await aContact(prisma, { customerIds: [foreign.id], ownerId: rep.userId })
    expect(ids((await find(rep, { field: 'customerIds', op: 'hasAny', value: [mine.id] })).body)).toEqual([id])
    expect(ids((await find(rep, { field: 'customerIds', op: 'hasAny', value: [foreign.id] })).body)).toEqual([])
    expect(ids((await find(rep, { field: 'customerIds', op: 'empty' })).body)).toHaveLength(1)
  })

  it('200 without the name of a superior for who may not read names [B3]', async () => {
    const { prisma } = test.database
    const boss = await aContact(prisma)
    const { id } = await aContact(prisma, { reportsToId: boss.id })
    const rules = {
      rights: { contacts: ['read'] },
      scopes: { contacts: 'all' },
      fieldRules: { 'contacts.name': 'hidden' },
    }
    const blind = await test.as({ rules })
    expect((await blind.call('GET', `/contacts/${id}`)).body.reportsTo).toEqual({ id: boss.id, label: '' })
  })
})

describe('DELETE /contacts/:id', () => {
  it('204 puts the person into the trash and hands the first place on', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const customer = await aCustomer(prisma)
    const made = await admin.call('POST', '/contacts', { name: 'First', customers: [{ customerId: customer.id }] })
    const mate = await aContact(prisma, { customerIds: [customer.id] })
    expect((await admin.call('DELETE', `/contacts/${made.body.id}`)).status).toBe(204)
    expect(await primariesOf(customer.id)).toEqual([mate.id])
    expect((await admin.call('GET', `/contacts/${made.body.id}`)).status).toBe(404)
  })
})

describe('who left a customer', () => {
  it('403 for a change: he is still seen there, and changed where he is now [B4]', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const [theirs, mine] = [await aCustomer(prisma), await aCustomer(prisma, { ownerId: rep.userId })]
    const { id } = await aContact(prisma, { customerIds: [theirs.id, mine.id] })
    expect((await rep.call('GET', `/contacts/${id}`)).body.can).toEqual({ edit: true, delete: true })
    const left = { contactId: id, customerId: mine.id }
    await prisma.customerContact.updateMany({ where: left, data: { active: false, to: new Date('2026-01-31') } })
    expect((await rep.call('GET', `/contacts/${id}`)).body.can).toEqual({ edit: false, delete: false })
    expect((await rep.call('PATCH', `/contacts/${id}`, { wechat: 'x', version: 1 })).status).toBe(403)
  })
})

describe('GET /customers/:id/people', () => {
  it('200 after a job change tells of the person at both customers: gone from one, new at the other [X3]', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const [old, next] = [
      await aCustomer(prisma, { ownerId: rep.userId }),
      await aCustomer(prisma, { ownerId: rep.userId }),
    ]
    const boss = await aContact(prisma, { customerIds: [old.id], name: 'Boss' })
    const { id } = await aContact(prisma, { customerIds: [old.id], name: 'Mover', reportsToId: boss.id })
    const { body: before } = await rep.call('GET', `/contacts/${id}`)
    const [place] = before.customers
    const customers = movedTo(before.customers, place.id, { customerId: next.id, title: 'Head', day: '2026-05-10' })
    const moved = await rep.call('PATCH', `/contacts/${id}`, { customers, version: 1 })
    expect(moved.status).toBe(200)
    expect(moved.body.customerIds).toEqual([next.id])
    const people = async (at: string) => (await rep.call('GET', `/customers/${at}/people`)).body.items
    expect(await people(old.id)).toMatchObject([
      { contact: { label: 'Boss' }, active: true, primary: true },
      { contact: { label: 'Mover' }, active: false, to: '2026-05-10', reportsToId: boss.id, primary: false },
    ])
    expect(await people(next.id)).toMatchObject([{ contactId: id, title: 'Head', active: true, from: '2026-05-10' }])
  })

  it('404 for a customer one does not see; none of the trash, nor for who may not read where contacts stand [B3]', async () => {
    const { prisma } = test.database
    const { id } = await aCustomer(prisma)
    await aContact(prisma, { customerIds: [id], deletedAt: new Date() })
    await aContact(prisma, { customerIds: [id], name: 'Anna' })
    const path = `/customers/${id}/people`
    expect((await (await test.as({ role: 'rep' })).call('GET', path)).status).toBe(404)
    expect((await (await test.as()).call('GET', path)).body.items).toHaveLength(1)
    const rights = { customers: ['read'], contacts: ['read'] }
    const scopes = { customers: 'all', contacts: 'all' }
    const seen = async (fieldRules: object) => {
      const reader = await test.as({ rules: { rights, scopes, fieldRules } as never })
      return (await reader.call('GET', path)).body.items
    }
    expect(await seen({ 'contacts.customers': 'hidden' })).toEqual([])
    expect(await seen({ 'contacts.name': 'hidden' })).toMatchObject([{ contact: { label: '' } }])
  })
})
