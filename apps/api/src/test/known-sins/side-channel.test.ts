import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../app.ts'

const test = useApp()
const reading = { rights: { customers: ['read'], contacts: ['read'] }, scopes: { customers: 'all', contacts: 'all' } }
const blindTo = (...fields: string[]) =>
  test.as({ rules: { ...reading, fieldRules: Object.fromEntries(fields.map((field) => [field, 'hidden'])) } })
const get = async (caller: Caller, path: string) => {
  const { status, body } = await caller.call('GET', path)
  return { status, body }
}
const filter = (field: string, op: string, value?: unknown) =>
  `filter=${encodeURIComponent(JSON.stringify({ field, op, ...(value !== undefined && { value }) }))}`

/** The answer to a hidden field is the answer to one that does not exist, but for its name. */
const expectUnknown = async (caller: Caller, query: (field: string) => string, hidden: string) => {
  const [told, unknown] = [await get(caller, query(hidden)), await get(caller, query('nothing'))]
  expect(told.status).toBe(400)
  const text = JSON.stringify({ ...told.body, requestId: '' }).replaceAll(hidden, 'nothing')
  expect(text).toBe(JSON.stringify({ ...unknown.body, requestId: '' }))
}

describe('a value felt by way of', () => {
  // A chart grouped by a field that the role may not read showed its values as labels.
  it('twenty-25911-group-by-hidden-field', async () => {
    const caller = await blindTo('customers.city')
    await aCustomer(test.database.prisma, { city: 'Canaryville' })
    await expectUnknown(caller, (field) => `/customers/aggregate?groupBy=${field}`, 'city')
  })

  // The search looked into every text column, whatever the searcher could read.
  it('twenty-26339-search-any-field', async () => {
    const { prisma } = test.database
    const { id } = await aCustomer(prisma, { name: 'Quillwort Canary', taxNo: 'TAXCANARY1' })
    await aContact(prisma, { name: 'Pangolin Canary' })
    const [seeing, blind] = [await blindTo(), await blindTo('customers.name', 'contacts.name')]
    expect((await get(seeing, '/customers?search=Quillwort')).body.items).toMatchObject([{ id }])
    for (const path of ['/customers?search=Quillwort', '/customers?search=TAXCANARY1', '/contacts?search=Pangolin']) {
      const { body } = await get(blind, path)
      expect(body.items ?? []).toEqual([])
    }
  })

  // Lists sorted by a field one may not read told who has more of it.
  it('espocrm-8008741e35-order-by-hidden-field', async () => {
    const caller = await blindTo('customers.annualRevenue', 'customers.name')
    for (const [low, high] of [['1', '2']])
      for (const annualRevenue of [low, high]) await aCustomer(test.database.prisma, { annualRevenue })
    for (const hidden of ['annualRevenue', 'name']) {
      await expectUnknown(caller, (field) => `/customers?sort=${field}`, hidden)
      await expectUnknown(caller, (field) => `/customers?sort=-${field}`, hidden)
    }
  })

  // The check looked at the selected columns and forgot where and order by.
  it('salesforce-security-enforced-misses-where-and-order-by', async () => {
    const caller = await blindTo('customers.city')
    const queries: ((field: string) => string)[] = [
      (field) => `/customers?fields=id,${field}`,
      (field) => `/customers?${filter(field, 'eq', 'x')}`,
      (field) => `/customers?${filter(field, 'empty')}`,
      (field) => `/customers?sort=${field}`,
      (field) => `/customers/aggregate?groupBy=${field}`,
      (field) => `/customers/aggregate?measures=count,min:${field}`,
      (field) => `/customers/aggregate?${filter(field, 'contains', 'x')}`,
    ]
    for (const query of queries) await expectUnknown(caller, query, 'city')
    expect(queries).toHaveLength(7)
  })

  // Users, keys and roles were ordinary objects that everybody's token could list.
  it('twenty-23062-system-objects', async () => {
    const [rep, powerless] = [await test.as({ role: 'rep' }), await test.as({ rules: { rights: {} } })]
    for (const path of ['/roles', '/api-keys', '/imports']) expect((await get(powerless, path)).status).toBe(403)
    for (const path of ['/roles', '/api-keys', '/roles/aggregate']) expect((await get(rep, path)).status).toBe(403)
    for (const path of ['/settings', '/idempotency-keys', '/sessions/aggregate', '/login-throttles'])
      expect((await get(await blindTo(), path)).body).not.toMatchObject({ items: expect.anything() })
  })
})
