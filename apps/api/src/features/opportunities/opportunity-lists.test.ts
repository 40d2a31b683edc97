import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aProduct } from '@rapport/prisma/factories/products.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const world = () => test.database.prisma

const aFullDeal = async () => {
  const [deal, product, contact, competitor] = await Promise.all([
    anOpportunity(world()),
    aProduct(world()),
    aContact(world()),
    aCompetitor(world()),
  ])
  const lists = {
    lines: [{ productId: product.id, quantity: '3', unitPrice: '33.3333', discount: '0.1', description: '备件' }],
    contacts: [{ contactId: contact.id, buyingRole: 'decider', attitude: -1 }],
    competitors: [{ competitorId: competitor.id, note: '价格低' }],
  }
  const admin = await test.as()
  const { body } = await admin.call('PATCH', `/opportunities/${deal.id}`, { ...lists, version: 1 })
  return { id: deal.id as string, lists, body }
}

describe('PATCH /opportunities/:id with lists', () => {
  it('200 replaces each list that is sent, and the amount follows the lines', async () => {
    const { id, lists, body } = await aFullDeal()
    expect(body).toMatchObject({ amount: '90.00', ...lists })
    const admin = await test.as()
    const { body: changed } = await admin.call('PATCH', `/opportunities/${id}`, { lines: [], version: 2 })
    expect(changed).toMatchObject({ amount: '90.00', lines: [], contacts: lists.contacts })
  })

  it('412 for a list based on another version, and nothing changes [C1]', async () => {
    const { id, lists } = await aFullDeal()
    const admin = await test.as()
    const { status, body } = await admin.call('PATCH', `/opportunities/${id}`, { contacts: [], version: 1 })
    expect([status, body.code]).toEqual([412, 'version.stale'])
    expect((await admin.call('GET', `/opportunities/${id}`)).body.contacts).toMatchObject(lists.contacts)
  })

  it('403 for a list one does not read, naming it, and nothing changes [B4]', async () => {
    const { id, lists } = await aFullDeal()
    const rights = { opportunities: ['read', 'update'] }
    const blind = await test.as({ rules: { rights, scopes: { opportunities: 'all' } } })
    for (const name of ['lines', 'contacts', 'competitors']) {
      const { status, body } = await blind.call('PATCH', `/opportunities/${id}`, { [name]: [], version: 2 })
      expect([status, body.errors]).toMatchObject([403, [{ path: name, code: 'field.forbidden' }]])
    }
    const admin = await test.as()
    expect((await admin.call('GET', `/opportunities/${id}`)).body).toMatchObject({ ...lists, version: 2 })
  })

  it('403 for lines where the amount may only be read [B4]', async () => {
    const { id } = await aFullDeal()
    const rights = { opportunities: ['read', 'update'], products: ['read'] }
    const fieldRules = { 'opportunities.amount': 'read' }
    const reader = await test.as({ rules: { rights, scopes: { opportunities: 'all' }, fieldRules } })
    expect((await reader.call('PATCH', `/opportunities/${id}`, { lines: [], version: 2 })).status).toBe(403)
  })
})
