import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aContact } from '@rapport/prisma/factories/contacts.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const outcomes = { progress: '', noAnswer: '' }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)
const customerOf = (id: string) => test.database.prisma.customer.findUniqueOrThrow({ where: { id } })
const post = (caller: Caller, path: string, body: object) => caller.call('POST', `/activities${path}`, body)

beforeAll(async () => {
  const { prisma } = test.database
  const dictionary = await prisma.dictionary.upsert({
    where: { code: 'outcome' },
    create: { code: 'outcome', label: {} },
    update: {},
  })
  for (const code of ['progress', 'noAnswer'] as const) {
    const where = { dictionaryId_code: { dictionaryId: dictionary.id, code } }
    const create = { dictionaryId: dictionary.id, code, label: { zh: code, en: code } }
    outcomes[code] = (await prisma.dictionaryItem.upsert({ where, create, update: {} })).id
  }
})

describe('POST /activities', () => {
  it('201 plans for a deal: its customer comes along, and both learn their next action', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const customer = await aCustomer(prisma, { ownerId: rep.userId })
    const deal = await anOpportunity(prisma, { customerId: customer.id, ownerId: rep.userId })
    const plannedStart = inDays(2)
    const sent = { kind: 'call', subject: 'Ask', opportunityId: deal.id, plannedStart }
    const { status, body } = await post(rep, '', sent)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      status: 'planned',
      customerId: customer.id,
      ownerId: rep.userId,
      firstPlannedStart: plannedStart,
      can: { edit: true, complete: true, defer: true, cancel: true },
    })
    await post(rep, '', { ...sent, plannedStart: inDays(5) })
    expect((await customerOf(customer.id)).nextActionAt?.toISOString()).toBe(plannedStart)
    const stored = await prisma.opportunity.findUniqueOrThrow({ where: { id: deal.id } })
    expect(stored.nextActionAt?.toISOString()).toBe(plannedStart)
    expect(stored.version).toBe(1)
  })

  it('201 logs a call that is done with its next step, in one request', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const customer = await aCustomer(prisma, { ownerId: rep.userId })
    const { id: contactId } = await aContact(prisma, { customerIds: [customer.id] })
    const next = { kind: 'visit', plannedStart: inDays(3) }
    const completed = { outcomeId: outcomes.progress, note: 'Wants a demo', next }
    const sent = { kind: 'call', subject: 'Budget', customerId: customer.id, contactId, completed }
    const { body } = await post(rep, '', sent)
    expect(body).toMatchObject({
      status: 'done',
      answered: true,
      body: 'Wants a demo',
      outcome: { id: outcomes.progress },
    })
    const stored = await customerOf(customer.id)
    expect(stored.lastActivityAt?.toISOString()).toBe(body.actualEnd)
    expect(stored.lastRealContactAt?.toISOString()).toBe(body.actualEnd)
    expect(stored.nextActionAt?.toISOString()).toBe(next.plannedStart)
    const steps = await prisma.activity.findMany({ where: { customerId: customer.id, status: 'planned' } })
    expect(steps).toMatchObject([{ kind: 'visit', subject: 'Visit', contactId, ownerId: rep.userId }])
    expect(body.next).toEqual({ id: steps[0]?.id, version: steps[0]?.version })
    const types = await prisma.event.findMany({ where: { customerId: customer.id }, select: { type: true } })
    expect(types.map(({ type }) => type).toSorted()).toEqual(['activity.created', 'activity.done'])
  })

  it('201 counts an unanswered call as activity, but not as real contact', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id: customerId } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    await post(rep, '', { kind: 'call', subject: 'x', customerId, completed: { outcomeId: outcomes.noAnswer } })
    const stored = await customerOf(customerId)
    expect([stored.lastActivityAt !== null, stored.lastRealContactAt]).toEqual([true, null])
  })

  it('400 for what only the system or a command writes [B4]', async () => {
    const rep = await test.as({ role: 'rep' })
    for (const key of ['status', 'outcomeId', 'deferCount', 'teamId', 'actualEnd'])
      expect((await post(rep, '', { kind: 'task', subject: 'x', [key]: 'x' })).status).toBe(400)
  })

  it('403 for keeping somebody else’s activity private', async () => {
    const [admin, other] = [await test.as(), await test.as()]
    const sent = { kind: 'task', subject: 'x', private: true, ownerId: other.userId }
    expect((await post(admin, '', sent)).status).toBe(403)
  })

  it('422 without the outcome of a call, for an end before the start, for what one does not see', async () => {
    const rep = await test.as({ role: 'rep' })
    const { prisma } = test.database
    const foreign = await aCustomer(prisma)
    const [one, two] = [
      await aCustomer(prisma, { ownerId: rep.userId }),
      await aCustomer(prisma, { ownerId: rep.userId }),
    ]
    const deal = await anOpportunity(prisma, { customerId: one.id })
    const call = { kind: 'call', subject: unique('s-') }
    const code = async (more: object) => {
      const { status, body } = await post(rep, '', { ...call, ...more })
      expect(status).toBe(422)
      return body.code
    }
    expect(await code({ completed: {} })).toBe('outcome.required')
    expect(await code({ completed: { outcomeId: foreign.id } })).toBe('reference.invalid')
    expect(await code({ plannedStart: inDays(2), plannedEnd: inDays(1) })).toBe('activity.ends_before_start')
    expect(await code({ customerId: foreign.id })).toBe('reference.invalid')
    expect(await code({ customerId: two.id, opportunityId: deal.id })).toBe('reference.invalid')
    expect(await prisma.activity.count({ where: { subject: call.subject } })).toBe(0)
  })
})

describe('PATCH /activities/:id', () => {
  it('200 moves a plan in time; moved too late it counts as a deferral and keeps the first date', async () => {
    const rep = await test.as({ role: 'rep' })
    const { prisma } = test.database
    const { id: customerId } = await aCustomer(prisma, { ownerId: rep.userId })
    const plannedStart = new Date(inDays(-1))
    const { id } = await anActivity(prisma, { ownerId: rep.userId, customerId, plannedStart })
    const sent = { plannedStart: inDays(4), version: 1 }
    const { body } = await rep.call('PATCH', `/activities/${id}`, sent)
    expect(body).toMatchObject({ deferCount: 1, firstPlannedStart: plannedStart.toISOString(), status: 'planned' })
    expect((await customerOf(customerId)).nextActionAt?.toISOString()).toBe(sent.plannedStart)
  })

  it('200 moves it to another customer: both learn it', async () => {
    const admin = await test.as()
    const { prisma } = test.database
    const [from, to] = [await aCustomer(prisma), await aCustomer(prisma)]
    const sent = { kind: 'task', subject: 'x', customerId: from.id, plannedStart: inDays(1) }
    const { body } = await post(admin, '', sent)
    await admin.call('PATCH', `/activities/${body.id}`, { customerId: to.id, version: 1 })
    expect((await customerOf(from.id)).nextActionAt).toBeNull()
    expect((await customerOf(to.id)).nextActionAt?.toISOString()).toBe(sent.plannedStart)
  })

  it('403 for who sees it through the customer alone; 409 for the plan of what is done; 412, 428 [C1]', async () => {
    const [rep, admin] = [await test.as({ role: 'rep' }), await test.as()]
    const { prisma } = test.database
    const { id: customerId } = await aCustomer(prisma, { ownerId: rep.userId })
    const { id } = await anActivity(prisma, { ownerId: admin.userId, customerId, status: 'done' })
    expect((await rep.call('PATCH', `/activities/${id}`, { subject: 'y', version: 1 })).status).toBe(403)
    const late = await admin.call('PATCH', `/activities/${id}`, { plannedStart: inDays(1), version: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'activity.transition'])
    expect((await admin.call('PATCH', `/activities/${id}`, { subject: 'y', version: 3 })).status).toBe(412)
    expect((await admin.call('PATCH', `/activities/${id}`, { subject: 'y' })).status).toBe(428)
  })
})

describe('POST /activities/:id/{start, complete, defer, cancel}', () => {
  it('200 walks from planned over in progress to done; 409 beyond', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id } = await anActivity(test.database.prisma, { ownerId: rep.userId, kind: 'visit' })
    expect((await post(rep, `/${id}/start`, { version: 1 })).body.status).toBe('inProgress')
    const sent = { outcomeId: outcomes.progress, version: 2 }
    expect((await post(rep, `/${id}/complete`, sent)).body).toMatchObject({
      status: 'done',
      answered: true,
      version: 3,
    })
    for (const command of ['start', 'complete', 'cancel']) {
      const { status, body } = await post(rep, `/${id}/${command}`, { version: 3 })
      expect([status, body.code, body.params]).toEqual([409, 'activity.transition', { status: 'done' }])
    }
  })

  it('200 puts off to another time, to none, and plans again', async () => {
    const rep = await test.as({ role: 'rep' })
    const { prisma } = test.database
    const { id: customerId } = await aCustomer(prisma, { ownerId: rep.userId })
    const first = new Date(inDays(1))
    const { id } = await anActivity(prisma, { ownerId: rep.userId, customerId, plannedStart: first })
    const one = await post(rep, `/${id}/defer`, { plannedStart: inDays(2), reason: 'Ill', version: 1 })
    expect(one.body).toMatchObject({ status: 'planned', deferCount: 1, firstPlannedStart: first.toISOString() })
    const two = await post(rep, `/${id}/defer`, { plannedStart: null, version: 2 })
    expect(two.body).toMatchObject({ status: 'deferred', deferCount: 2, plannedStart: null })
    expect((await customerOf(customerId)).nextActionAt).toBeNull()
    const again = await post(rep, `/${id}/defer`, { plannedStart: inDays(9), version: 3 })
    expect(again.body).toMatchObject({ status: 'planned', deferCount: 2 })
    expect(await prisma.event.findFirst({ where: { recordId: id, reason: 'Ill' } })).not.toBeNull()
  })

  it('200 gives up: the next action is gone; 428 without a version', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id: customerId } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    const made = await post(rep, '', { kind: 'task', subject: 'x', customerId, plannedStart: inDays(1) })
    expect((await post(rep, `/${made.body.id}/cancel`, {})).status).toBe(428)
    expect((await post(rep, `/${made.body.id}/cancel`, { version: 1 })).body.status).toBe('cancelled')
    expect((await customerOf(customerId)).nextActionAt).toBeNull()
  })
})

describe('GET /activities', () => {
  it('200 through customer, deal, owner or authorship; private ones to their owner alone [B1]', async () => {
    const { prisma } = test.database
    const [rep, admin] = [await test.as({ role: 'rep' }), await test.as()]
    const mine = await aCustomer(prisma, { ownerId: rep.userId })
    const deal = await anOpportunity(prisma, { ownerId: rep.userId })
    const about = { ownerId: admin.userId }
    const seen = await Promise.all([
      anActivity(prisma, { ...about, customerId: mine.id }),
      anActivity(prisma, { ...about, opportunityId: deal.id }),
      anActivity(prisma, { ownerId: rep.userId }),
      anActivity(prisma, { ...about, createdById: rep.userId }),
    ])
    const secret = await anActivity(prisma, { ...about, customerId: mine.id, private: true })
    const foreign = await anActivity(prisma, { ...about, customerId: (await aCustomer(prisma)).id })
    const { body } = await rep.call('GET', '/activities?limit=200')
    expect(ids(body).toSorted()).toEqual(seen.map(({ id }) => id).toSorted())
    for (const { id } of [secret, foreign]) expect((await rep.call('GET', `/activities/${id}`)).status).toBe(404)
    expect((await admin.call('GET', `/activities/${secret.id}`)).status).toBe(200)
  })

  it('200 lets nobody feel a private plan on the customer [B3]', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id: customerId } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    await post(rep, '', { kind: 'task', subject: 'x', customerId, plannedStart: inDays(1), private: true })
    expect((await customerOf(customerId)).nextActionAt).toBeNull()
  })
})

describe('DELETE /activities/:id', () => {
  it('204 takes its times away from the customer', async () => {
    const rep = await test.as({ role: 'rep' })
    const { id: customerId } = await aCustomer(test.database.prisma, { ownerId: rep.userId })
    const made = await post(rep, '', { kind: 'task', subject: 'x', customerId, plannedStart: inDays(1) })
    expect((await rep.call('DELETE', `/activities/${made.body.id}`)).status).toBe(204)
    expect((await customerOf(customerId)).nextActionAt).toBeNull()
  })
})
