/** What is in negotiation with customers, summed over a list. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()

async function someCustomers() {
  const { prisma } = test.database
  const city = unique('city-')
  const addresses = [
    { type: 'office', country: null, region: null, city, district: null, street: null, postcode: null },
  ]
  const [one, other] = [await aCustomer(prisma, { city, addresses }), await aCustomer(prisma, { city, addresses })]
  const deal = (customerId: string, amount: string, more = {}) =>
    anOpportunity(prisma, { customerId, amount, baseAmount: amount, ...more })
  await deal(one.id, '1000.10')
  await deal(one.id, '200.20')
  await deal(other.id, '30.30')
  await deal(other.id, '4000000', { deletedAt: new Date() })
  const filter = encodeURIComponent(JSON.stringify({ field: 'city', op: 'eq', value: city }))
  return `/customers/aggregate?filter=${filter}&measures=count,sum:openAmount`
}

describe('the sum of what is open', () => {
  it('200 adds the open deals of every customer of the list', async () => {
    const admin = await test.as()
    const { status, body } = await admin.call('GET', await someCustomers())
    expect(status).toBe(200)
    expect(body.groups).toEqual([{ key: [], labels: [], values: [2, '1230.6000'] }])
  })

  it('400 where the amounts of deals are hidden, and to filter by it [B3]', async () => {
    const path = await someCustomers()
    const rights = { customers: ['read'], opportunities: ['read'] }
    const scopes = { customers: 'all', opportunities: 'all' }
    const fieldRules = { 'opportunities.baseAmount': 'hidden', 'opportunities.amount': 'hidden' }
    const blind = await test.as({ rules: { rights, scopes, fieldRules } })
    expect((await blind.call('GET', path)).body).toMatchObject({ status: 400, code: 'measure.unknown' })
    const admin = await test.as()
    const filter = encodeURIComponent(JSON.stringify({ field: 'openAmount', op: 'gt', value: '1' }))
    expect((await admin.call('GET', `/customers?filter=${filter}`)).body).toMatchObject({ code: 'filter.field' })
  })
})
