import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anOpportunity } from '@rapport/prisma/factories/opportunities.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import { useImports } from '../../test/imports.ts'
import { read, type Reading } from '../../test/sse.ts'
import type { Caller } from '../../test/app.ts'
import { missActivities } from '../activities/activity-misses.commands.ts'
import { notificationWorkers } from './notifications.jobs.ts'

const test = useImports()
const mentionOf = (userId: string) => `<@${userId}>`
const quiet = pino({ level: 'silent' })
const PATIENCE = { timeout: 30_000 }

const aScene = async () => {
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const [lin, he] = [
    await test.as({ role: 'rep', teamId, name: 'Lin' }),
    await test.as({ role: 'rep', teamId, name: 'He' }),
  ]
  const manager = await test.as({ role: 'salesManager', teamId, name: 'Xu' })
  const customer = await aCustomer(prisma, { ownerId: lin.userId, teamId, name: 'Bluehawk' })
  const target = { targetType: 'customer', targetId: customer.id }
  return { prisma, teamId, lin, he, manager, customer, target }
}
const notices = async (who: Caller, query = '') => {
  const { status, body } = await who.call('GET', `/notifications?${query}`)
  expect(status).toBe(200)
  return body
}
const kinds = async (who: Caller) => (await notices(who)).items.map(({ kind }: { kind: string }) => kind)

describe('who is told', () => {
  it('mentioned, answered, owner: once each, by the closest reason, never for one’s own act', async () => {
    const { lin, manager, target, customer } = await aScene()
    const { body: root } = await manager.call('POST', '/comments', { ...target, body: `Look ${mentionOf(lin.userId)}` })
    await lin.call('POST', '/comments', { ...target, body: 'Done', parentId: root.id })
    await test.work()
    const { items, unread } = await notices(lin)
    expect(items).toMatchObject([
      {
        kind: 'mention',
        group: 'mention',
        readAt: null,
        actor: { label: 'Xu' },
        target: { title: 'Bluehawk', page: { noun: 'customers', id: customer.id } },
      },
    ])
    expect(unread).toEqual({ todo: 0, mention: 1, system: 0 })
    expect(await kinds(manager)).toEqual(['answer'])
  })

  it('the new owner and the one before of what is handed over', async () => {
    const { lin, he, manager, customer } = await aScene()
    const moved = await manager.call('POST', `/customers/${customer.id}/transfer`, { ownerId: he.userId, version: 1 })
    expect(moved.status).toBe(200)
    await test.work()
    expect((await notices(he)).items).toMatchObject([{ kind: 'assigned', group: 'todo', actor: { label: 'Xu' } }])
    expect(await kinds(manager)).toEqual([])
    // It was his; whether he sees it still is asked again whenever he looks.
    expect(await kinds(lin)).toEqual([])
  })

  it('of many records handed over at once: how many, in one notice, and who asked that it ended', async () => {
    const { prisma, teamId, he, manager, lin, customer } = await aScene()
    const other = await aCustomer(prisma, { ownerId: lin.userId, teamId })
    const body = { ids: [customer.id, other.id], action: 'transfer', changes: { ownerId: he.userId } }
    expect((await manager.call('POST', '/customers/bulk', body)).status).toBe(202)
    await test.work()
    expect((await notices(he)).items).toMatchObject([{ kind: 'assignedMany', count: 2, target: { page: null } }])
    expect(await kinds(manager)).toEqual(['jobDone'])
  })

  it('whose plan was missed, with the way to what it was about; and who brought a file in', async () => {
    const { prisma, lin, customer, teamId } = await aScene()
    const deal = await anOpportunity(prisma, { customerId: customer.id, ownerId: lin.userId, teamId })
    const plannedStart = new Date('2020-01-02T08:00:00Z')
    const planned = { ownerId: lin.userId, teamId, opportunityId: deal.id, plannedStart, subject: 'Call back' }
    await anActivity(prisma, planned)
    await missActivities(systemCtx(test.app.services, quiet, 'test'))
    await test.work()
    expect((await notices(lin)).items).toMatchObject([
      { kind: 'missed', target: { title: 'Call back', page: { noun: 'opportunities', id: deal.id } } },
    ])
    const admin = await test.as()
    const { id } = await test.bringIn(admin, 'products', 'code,name,price,unit\nN-1,Filter,80,pcs\n')
    const { items } = await notices(admin)
    expect(items).toMatchObject([{ kind: 'jobDone', target: { title: 'file.csv', page: { noun: 'imports', id } } }])
  })

  it('once, however often the event is worked on', async () => {
    const { prisma, lin, manager, target } = await aScene()
    const { body: made } = await manager.call('POST', '/comments', { ...target, body: mentionOf(lin.userId) })
    await test.work()
    const { id: eventId } = await prisma.event.findFirstOrThrow({ where: { recordId: made.id } })
    await notificationWorkers[0]!.work(test.app.services, { eventId }, quiet)
    await manager.call('PATCH', `/comments/${made.id}`, { body: `${mentionOf(lin.userId)}!`, version: 1 })
    await test.work()
    expect(await kinds(lin)).toEqual(['mention'])
  })
})

describe('GET /notifications', () => {
  it('200 without a trace of a record that went out of sight, and with it again when it came back [B3] [B6]', async () => {
    const { prisma, lin, he, manager, target, customer } = await aScene()
    const lent = { recordType: 'customer', recordId: customer.id, userId: he.userId, access: 'read', reason: 'manual' }
    await prisma.collaborator.create({ data: lent })
    const text = `${mentionOf(he.userId)} ${mentionOf(lin.userId)}`
    await manager.call('POST', '/comments', { ...target, body: text })
    await test.work()
    const [notice] = (await notices(he)).items
    expect(notice.target.title).toBe('Bluehawk')
    await prisma.collaborator.deleteMany({ where: { userId: he.userId } })
    const page = await notices(he)
    expect(page).toMatchObject({ items: [], unread: { mention: 0 }, total: { value: 0 } })
    expect(JSON.stringify(page)).not.toContain('Bluehawk')
    const body = { version: notice.version }
    expect((await he.call('POST', `/notifications/${notice.id}/read`, body)).status).toBe(404)
    expect(await kinds(lin)).toEqual(['mention'])
    await prisma.collaborator.create({ data: lent })
    expect(await kinds(he)).toEqual(['mention'])
  })

  it('200 with the name of the record as far as the reader’s role knows it [B3]', async () => {
    const { prisma, target } = await aScene()
    const rights = { customers: ['read'] }
    const rules = {
      rights,
      scopes: { customers: 'all' },
      fieldRules: { 'customers.name': 'hidden', 'users.name': 'hidden' },
    }
    const reader = await test.as({ rules })
    const data = { kind: 'mention', group: 'mention', dedupeKey: 'x', actorId: reader.userId, ...target }
    await prisma.notification.create({ data: { ...data, userId: reader.userId } })
    const { items } = await notices(reader)
    expect(items).toMatchObject([{ target: { title: '' }, actor: { label: '' } }])
  })
})

describe('POST /notifications/:id/read, /unread and /read-all', () => {
  it('200 one by one, by group and all; 404 for somebody else’s', async () => {
    const { prisma, lin, manager, target } = await aScene()
    const about = { userId: lin.userId, actorId: manager.userId, ...target }
    for (const [n, group] of ['todo', 'mention', 'mention', 'system'].entries())
      await prisma.notification.create({ data: { kind: 'mention', group, dedupeKey: `${n}`, ...about } })
    const unread = async () => (await notices(lin)).unread
    const [first] = (await notices(lin, 'sort=createdAt')).items
    const path = `/notifications/${first.id}`
    expect((await manager.call('POST', `${path}/read`, { version: 1 })).status).toBe(404)
    const { body: done } = await lin.call('POST', `${path}/read`, { version: 1 })
    expect([done.version, done.readAt === null]).toEqual([2, false])
    expect((await lin.call('POST', `${path}/unread`, { version: 2 })).body.readAt).toBeNull()
    expect((await lin.call('POST', '/notifications/read-all', { group: 'mention' })).body).toEqual({
      todo: 1,
      mention: 0,
      system: 1,
    })
    await lin.call('POST', '/notifications/read-all', {})
    expect(await unread()).toEqual({ todo: 0, mention: 0, system: 0 })
  })
})

describe('an open stream', () => {
  it('hears that there is something for its reader, and nobody else’s does; not what it is', async () => {
    const { prisma, lin, he, manager, target } = await aScene()
    const origin = await test.app.listen({ port: 0, host: '127.0.0.1' })
    const follow = async (who: Caller) =>
      read(origin, { cookie: `rapport=${(await aSession(prisma, who.userId)).token}` })
    const [his, other] = [await follow(lin), await follow(he)]
    // Once it hears of something, the process listens, which it has told everybody before.
    const say = async (body: string) => {
      const { status, body: made } = await manager.call('POST', '/comments', { ...target, body })
      expect(status).toBe(201)
      return String(made.id)
    }
    await his.hasTold(await say('First'), PATIENCE.timeout)
    const heard = (reading: Reading) => reading.messages.filter(({ event }) => event === 'told')
    const before = [heard(his).length, heard(other).length]
    await test.work() // of the first comment, on what is his
    await expect.poll(() => heard(his).length, PATIENCE).toBe(before[0]! + 1)
    expect(heard(his).at(-1)?.data).toEqual({ entity: 'notifications' })
    // Whoever may see the customer hears of the comment; by then a word to him would have come as well.
    await his.hasTold(await say('Next'), PATIENCE.timeout)
    expect(heard(other)).toHaveLength(before[1]!)
    his.stop()
    other.stop()
  })
})
