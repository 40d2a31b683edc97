import { addDays, dateIn } from '@rapport/domain/dates.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const today = () => dateIn(new Date(), 'Asia/Shanghai')
const aRep = async (name: string) => test.as({ role: 'rep', teamId: (await aTeam(test.database.prisma)).id, name })

/** A rep with a customer and a deal of his own, and two colleagues of other teams who see nothing of it. */
const aScene = async () => {
  const { prisma } = test.database
  const [lin, zhou, wu] = [await aRep('Lin'), await aRep('Zhou'), await aRep('Wu')]
  const owned = { ownerId: lin.userId }
  const customer = await aCustomer(prisma, { ...owned, name: 'Hidden Ltd' })
  const deal = await anOpportunity(prisma, { ...owned, customerId: customer.id, name: 'Hidden deal' })
  return { prisma, lin, zhou, wu, customer, deal, at: `/customers/${customer.id}` }
}
const share = (who: Caller, at: string, body: object) => who.call('POST', `${at}/share`, { access: 'read', ...body })
const found = async (who: Caller, noun: string) => (await who.call('GET', `/${noun}?total=exact`)).body.total.value

describe('POST /customers/:id/share', () => {
  it('200 opens the record and what hangs on it at the next request, on every channel, with one event [X3]', async () => {
    const { prisma, lin, zhou, customer, deal, at } = await aScene()
    await aContact(prisma, { customerIds: [customer.id], ownerId: lin.userId })
    const { status, body } = await share(lin, at, { userId: zhou.userId, version: 1 })
    expect([status, body.version]).toEqual([200, 2])
    expect((await zhou.call('GET', at)).body.can).toMatchObject({ edit: false, share: false })
    expect((await zhou.call('GET', `/opportunities/${deal.id}`)).status).toBe(200)
    for (const noun of ['customers', 'opportunities', 'contacts']) expect(await found(zhou, noun)).toBe(1)
    expect((await zhou.call('GET', '/search?q=Hidden')).body.items.length).toBeGreaterThan(0)
    expect((await zhou.call('PATCH', at, { city: 'x', version: 2 })).status).toBe(403)
    const told = await prisma.event.findMany({ where: { type: 'customer.shared' } })
    expect(told).toMatchObject([{ recordId: customer.id, recordVersion: 2, data: { to: 'Zhou', access: 'read' } }])
  })

  it('200 for a collaborator changes what he has; the list tells who, how and until when', async () => {
    const { lin, zhou, at } = await aScene()
    const until = addDays(today(), 5)
    await share(lin, at, { userId: zhou.userId, version: 1 })
    expect((await share(lin, at, { userId: zhou.userId, access: 'write', until, version: 2 })).status).toBe(200)
    expect((await zhou.call('PATCH', at, { city: 'x', version: 3 })).status).toBe(200)
    const { body } = await zhou.call('GET', `${at}/collaborators`)
    expect(body.items).toMatchObject([
      {
        user: { id: zhou.userId, label: 'Zhou' },
        grantedBy: { label: 'Lin' },
        access: 'write',
        until,
        reason: 'manual',
      },
    ])
  })

  it('403 for a collaborator, though he may write; 404 for who does not see it; 428 and 412 by the version [C1]', async () => {
    const { lin, zhou, wu, at } = await aScene()
    expect((await share(wu, at, { userId: wu.userId, version: 1 })).status).toBe(404)
    await share(lin, at, { userId: zhou.userId, access: 'write', version: 1 })
    expect((await share(zhou, at, { userId: wu.userId, version: 2 })).status).toBe(403)
    expect((await share(lin, at, { userId: wu.userId })).status).toBe(428)
    expect((await share(lin, at, { userId: wu.userId, version: 1 })).status).toBe(412)
    expect((await wu.call('GET', `${at}/collaborators`)).status).toBe(404)
  })

  it('422 for who has no right over such records, the owner, an end that is over, and who is not here', async () => {
    const { prisma, lin, zhou, at } = await aScene()
    const poor = await test.as({ rules: { rights: { customers: ['read'] } } })
    const none = await test.as({ rules: { rights: {} } })
    await prisma.user.update({ where: { id: zhou.userId }, data: { status: 'left' } })
    const refusals: [object, string][] = [
      [{ userId: none.userId }, 'share.no_entity_right'],
      [{ userId: poor.userId, access: 'write' }, 'share.no_entity_right'],
      [{ userId: lin.userId }, 'share.owner'],
      [{ userId: poor.userId, until: addDays(today(), -1) }, 'share.end_in_past'],
      [{ userId: zhou.userId }, 'reference.invalid'],
      [{ userId: crypto.randomUUID() }, 'reference.invalid'],
    ]
    for (const [body, code] of refusals) {
      const answer = await share(lin, at, { ...body, version: 1 })
      expect([answer.status, answer.body.code]).toEqual([422, code])
    }
    expect(await prisma.collaborator.count({ where: { userId: { in: [none.userId, poor.userId] } } })).toBe(0)
    expect((await share(lin, at, { userId: poor.userId, until: today(), version: 1 })).status).toBe(200)
  })

  it('access is gone by itself after its last day', async () => {
    const { prisma, lin, zhou, at } = await aScene()
    await share(lin, at, { userId: zhou.userId, until: today(), version: 1 })
    expect((await zhou.call('GET', at)).status).toBe(200)
    await prisma.collaborator.updateMany({
      where: { userId: zhou.userId },
      data: { until: new Date(addDays(today(), -1)) },
    })
    expect((await zhou.call('GET', at)).status).toBe(404)
    expect(await found(zhou, 'customers')).toBe(0)
    expect((await lin.call('GET', `${at}/collaborators`)).body.items).toEqual([])
  })
})

describe('POST /customers/:id/unshare', () => {
  it('200 closes it at the next request; 422 for who has nothing', async () => {
    const { prisma, lin, zhou, wu, at } = await aScene()
    await share(lin, at, { userId: zhou.userId, version: 1 })
    const { status, body } = await lin.call('POST', `${at}/unshare`, { userId: zhou.userId, version: 2 })
    expect([status, body.version]).toEqual([200, 3])
    expect((await zhou.call('GET', at)).status).toBe(404)
    expect(await found(zhou, 'opportunities')).toBe(0)
    expect(await prisma.event.count({ where: { type: 'customer.unshared', recordVersion: 3 } })).toBe(1)
    expect((await lin.call('POST', `${at}/unshare`, { userId: wu.userId, version: 3 })).body.code).toBe(
      'reference.invalid',
    )
  })
})

describe('POST /opportunities/:id/share', () => {
  it('200 opens the deal and not its customer; 403 for who sees the deal through the customer alone', async () => {
    const { lin, zhou, wu, deal, customer, at } = await aScene()
    const path = `/opportunities/${deal.id}`
    expect((await share(lin, path, { userId: zhou.userId, version: 1 })).status).toBe(200)
    expect((await zhou.call('GET', path)).status).toBe(200)
    expect((await zhou.call('GET', `/customers/${customer.id}`)).status).toBe(404)
    await share(lin, at, { userId: wu.userId, access: 'write', version: 1 })
    expect((await share(wu, path, { userId: wu.userId, version: 2 })).status).toBe(403)
    expect((await lin.call('GET', `${path}/collaborators`)).body.items).toHaveLength(1)
    expect((await lin.call('POST', `${path}/unshare`, { userId: zhou.userId, version: 2 })).status).toBe(200)
    expect((await zhou.call('GET', path)).status).toBe(404)
  })
})

describe('POST /customers/:id/leave', () => {
  it('204 for whom it is shared with, who only reads: it is closed to him, the owner is told, and it is so for deals', async () => {
    const { prisma, lin, zhou, deal, at } = await aScene()
    await share(lin, at, { userId: zhou.userId, version: 1 })
    expect((await zhou.call('GET', `${at}/collaborators`)).body.items).toMatchObject([{ can: { leave: true } }])
    expect((await lin.call('GET', `${at}/collaborators`)).body.items).toMatchObject([{ can: { leave: false } }])
    expect((await zhou.call('POST', `${at}/leave`)).status).toBe(204)
    expect((await zhou.call('GET', at)).status).toBe(404)
    expect((await zhou.call('POST', `${at}/leave`)).status).toBe(404)
    expect((await lin.call('GET', `${at}/collaborators`)).body.items).toEqual([])
    const told = await lin.call('GET', `${at}/timeline`)
    expect(JSON.stringify(told.body)).toContain('Zhou left the customer Hidden Ltd that was shared')
    await share(lin, `/opportunities/${deal.id}`, { userId: zhou.userId, version: 1 })
    expect((await zhou.call('POST', `/opportunities/${deal.id}/leave`)).status).toBe(204)
    expect((await zhou.call('GET', `/opportunities/${deal.id}`)).status).toBe(404)
    expect(await prisma.collaborator.count({ where: { userId: zhou.userId } })).toBe(0)
    const type = { in: ['customer.shareLeft', 'opportunity.shareLeft'] }
    const events = await prisma.event.findMany({ where: { type, actorId: zhou.userId }, orderBy: { id: 'asc' } })
    expect(events.map((event) => event.entity)).toEqual(['customers', 'opportunities'])
  })

  it('204 and nothing told where nothing is lent to the caller; what others have stays', async () => {
    const { prisma, lin, zhou, customer, at } = await aScene()
    await share(lin, at, { userId: zhou.userId, version: 1 })
    expect((await lin.call('POST', `${at}/leave`)).status).toBe(204)
    expect((await zhou.call('GET', at)).status).toBe(200)
    expect(await prisma.event.count({ where: { type: 'customer.shareLeft', recordId: customer.id } })).toBe(0)
  })
})
