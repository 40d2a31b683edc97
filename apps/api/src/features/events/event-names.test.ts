/** What the history of a record says of other records: their names as its reader may see them now, and of nobody else. */
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
type Change = { field: string; old: unknown; new: unknown; labels?: { old: unknown; new: unknown } }
type Row = { type: string; text: { en: string }; changes: Change[] }

const historyOf = async (caller: Caller, recordId: string, ...more: object[]) => {
  const filter = { and: [{ field: 'recordId', op: 'eq', value: recordId }, ...more] }
  const { status, body } = await caller.call('GET', `/events?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  expect(status).toBe(200)
  return body.items as Row[]
}

/** A person at a customer of the rep, who moves on to one out of the rep's sight and gets a superior there. */
const aMove = async (rep: Caller) => {
  const { prisma } = test.database
  const admin = await test.as()
  const [own, foreign] = [
    await aCustomer(prisma, { name: unique('Own '), ownerId: rep.userId }),
    await aCustomer(prisma, { name: unique('Foreign ') }),
  ]
  const superior = await aContact(prisma, { name: unique('Superior ') })
  const made = await admin.call('POST', '/contacts', { name: 'Zhou', customers: [{ customerId: own.id }] })
  const customers = [{ customerId: own.id }, { customerId: foreign.id }]
  const body = { customers, reportsToId: superior.id, version: made.body.version }
  expect((await admin.call('PATCH', `/contacts/${made.body.id}`, body)).status).toBe(200)
  return { admin, id: made.body.id as string, own, foreign, superior }
}

describe('GET /events of one record', () => {
  it('200 names whom the reader sees, and does not tell of customers and people he does not see [B3]', async () => {
    const rep = await test.as({ role: 'rep' })
    const { admin, id, own, foreign, superior } = await aMove(rep)
    const [seen] = await historyOf(rep, id)
    expect(seen?.changes).toMatchObject([
      { field: 'reportsToId', new: superior.id, labels: { old: null, new: null } },
      { field: 'customers', new: [{ customer: { id: own.id, label: own.name } }] },
    ])
    expect(JSON.stringify(seen)).not.toContain(foreign.id)
    expect(JSON.stringify(seen)).not.toMatch(/Foreign|Superior/)
    const [whole] = await historyOf(admin, id)
    expect(whole?.changes[0]?.labels).toEqual({ old: null, new: superior.name })
    expect(whole?.changes[1]?.new).toHaveLength(2)
    const timeline = (await rep.call('GET', `/contacts/${id}/timeline`)).body
    expect(JSON.stringify(timeline)).not.toMatch(/Foreign|Superior/)
  })

  it('200 says who had it before a transfer, but to nobody whose role hides the names of people [B3]', async () => {
    const [admin, heir] = [await test.as({ name: 'Shen' }), await test.as({ name: 'Heir', role: 'rep' })]
    const { id } = await aCustomer(test.database.prisma, { ownerId: admin.userId })
    await admin.call('POST', `/customers/${id}/transfer`, { ownerId: heir.userId, version: 1 })
    const [told] = await historyOf(admin, id)
    expect(told?.changes).toMatchObject([{ field: 'ownerId', labels: { old: 'Shen', new: 'Heir' } }])
    const rules = {
      rights: { customers: ['read'] },
      scopes: { customers: 'all' },
      fieldRules: { 'users.name': 'hidden' },
    }
    const blind = await test.as({ rules: rules as object })
    const [seen] = await historyOf(blind, id)
    expect(seen?.changes).toMatchObject([{ field: 'ownerId', new: heir.userId }])
    expect(JSON.stringify(seen)).not.toMatch(/Shen|Heir/)
  })

  it('200 names the source of a deal as it was called then', async () => {
    const admin = await test.as()
    const { prisma } = test.database
    const deal = await anOpportunity(prisma, {})
    const source = await prisma.source.findFirstOrThrow()
    await admin.call('PATCH', `/opportunities/${deal.id}`, { sourceId: source.id, version: 1 })
    const [changed] = await historyOf(admin, deal.id)
    expect(changed?.changes).toMatchObject([{ field: 'sourceId', labels: { new: source.label } }])
  })

  it('200 for one person and one span of time only', async () => {
    const [one, other] = [await test.as(), await test.as()]
    const { id } = await aCustomer(test.database.prisma)
    await one.call('PATCH', `/customers/${id}`, { city: 'A', version: 1 })
    await other.call('PATCH', `/customers/${id}`, { city: 'B', version: 2 })
    const by = await historyOf(one, id, { field: 'actorId', op: 'eq', value: other.userId })
    expect(by.map(({ changes }) => changes[0]?.new)).toEqual(['B'])
    expect(await historyOf(one, id, { field: 'at', op: 'before', value: { daysAgo: 1 } })).toEqual([])
    expect(await historyOf(one, id, { field: 'at', op: 'after', value: { daysAgo: 1 } })).toHaveLength(2)
  })
})
