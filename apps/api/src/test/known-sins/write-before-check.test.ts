import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'

const test = useApp()
const world = () => test.database.prisma
const stored = (id: string) => world().$queryRaw`select c::text, xmin::text from customers c where id = ${id}::uuid`

describe('refused, and done all the same', () => {
  // The change was written, then the right was asked for and 403 answered.
  it('espocrm-CVE-2026-41160-403-after-change', async () => {
    const reader = await test.as({ rules: { rights: { customers: ['read'] }, scopes: { customers: 'all' } } })
    const { id } = await aCustomer(world())
    const before = await stored(id)
    const heir = await test.as()
    const attempts = [
      ['PATCH', `/customers/${id}`, { name: 'taken', version: 1 }],
      ['POST', `/customers/${id}/transfer`, { ownerId: heir.userId, version: 1 }],
      ['DELETE', `/customers/${id}`, undefined],
    ] as const
    for (const [method, path, body] of attempts) expect((await reader.call(method, path, body)).status).toBe(403)
    expect(await stored(id)).toEqual(before)
    expect(await world().event.count({ where: { recordId: id } })).toBe(0)
  })

  // Deleting over the API asked for no right at all.
  it('suitecrm-CVE-2024-45392-api-delete', async () => {
    const caller = await test.as({ rules: { rights: { customers: ['read', 'update'] }, scopes: { customers: 'all' } } })
    const { id } = await aCustomer(world())
    expect((await caller.call('DELETE', `/customers/${id}`)).status).toBe(403)
    expect(await world().customer.findUniqueOrThrow({ where: { id } })).toMatchObject({ deletedAt: null, version: 1 })
  })

  // Links given at creation were made to records that the creator may not see.
  it('zammad-CVE-2026-34722-links-on-create', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id: customerId } = await aCustomer(world())
    const name = unique('linked-')
    const { status, body } = await rep.call('POST', '/contacts', { name, customers: [{ customerId }] })
    expect([status, body.code]).toEqual([422, 'reference.invalid'])
    expect(await world().contact.count({ where: { name } })).toBe(0)
    expect(await world().customerContact.count({ where: { customerId } })).toBe(0)
  })

  // One forbidden field in a batch of fields, and the others were written.
  it('espocrm-952fe2b512-mass-set-held', async () => {
    const rules = { rights: { customers: ['read', 'update'] }, scopes: { customers: 'all' } }
    const caller = await test.as({ rules: { ...rules, fieldRules: { 'customers.city': 'readOnly' } } })
    const { id } = await aCustomer(world())
    const before = await stored(id)
    const { status } = await caller.call('PATCH', `/customers/${id}`, { note: 'written', city: 'held', version: 1 })
    expect([400, 403]).toContain(status)
    expect(await stored(id)).toEqual(before)
  })
})
