/** What somebody is given to do: what is due, and what others put into his hands. */
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aPipeline } from '@rapport/prisma/factories/pipelines.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { systemCtx } from '../../access/system.ts'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'
import { tellDueActivities } from '../activities/activity-dues.commands.ts'
import { notificationWorkers } from './notifications.jobs.ts'

const test = useImports()
const quiet = pino({ level: 'silent' })
// A Wednesday noon, in the future, so that no other test's plans are due by it.
const NOON = new Date('2099-03-18T04:00:00Z')
const before = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000)
const tellDue = (now = NOON) => tellDueActivities({ ...systemCtx(test.app.services, quiet, 'clock'), now })

const aScene = async () => {
  const { prisma } = test.database
  const teamId = (await aTeam(prisma)).id
  const lin = await test.as({ role: 'rep', teamId, name: 'Lin' })
  const manager = await test.as({ role: 'salesManager', teamId, name: 'Xu' })
  const customer = await aCustomer(prisma, { ownerId: lin.userId, teamId, name: 'Bluehawk' })
  const plan = { ownerId: lin.userId, teamId, customerId: customer.id }
  return { prisma, teamId, lin, manager, customer, plan }
}
const notices = async (who: Caller) => {
  const { status, body } = await who.call('GET', '/notifications?sort=createdAt')
  expect(status).toBe(200)
  return body.items as { kind: string; target: { title: string; page: object | null }; actor: object | null }[]
}
const told = async (who: Caller) => (await notices(who)).map(({ kind, target }) => `${kind} ${target.title}`)

describe('what is due', () => {
  it('is told once to whose plan it is, however often the clock and the job run, and again when put off', async () => {
    const { prisma, lin, manager, plan } = await aScene()
    const { id } = await anActivity(prisma, { ...plan, subject: 'Call back', plannedStart: before(5) })
    await anActivity(prisma, { ...plan, subject: 'Later', plannedStart: before(-5) })
    await anActivity(prisma, { ...plan, subject: 'Done', plannedStart: before(5), status: 'done' })
    await Promise.all([tellDue(), tellDue()])
    await tellDue()
    const events = await prisma.event.findMany({ where: { recordId: id, type: 'activity.due' } })
    expect(events).toHaveLength(1)
    await test.work()
    await notificationWorkers[0]!.work(test.app.services, { eventId: events[0]!.id }, quiet)
    expect(await told(lin)).toEqual(['due Call back'])
    expect(await told(manager)).toEqual([])
    // Put off it is not due any more, and is again when its time comes; the word before is over.
    await prisma.activity.update({ where: { id }, data: { plannedStart: before(-60) } })
    expect(await told(lin)).toEqual([])
    await tellDue(before(-60))
    await test.work()
    expect((await told(lin)).toSorted()).toEqual(['due Call back', 'due Later'])
    expect(await prisma.notification.count({ where: { userId: lin.userId, kind: 'due' } })).toBe(3)
    await prisma.activity.updateMany({ where: { ownerId: lin.userId }, data: { status: 'done' } })
    expect(await told(lin)).toEqual([])
    expect((await lin.call('GET', '/notifications')).body.unread).toEqual({ todo: 0, mention: 0, system: 0 })
  })

  it('waits for the morning of its owner where it is planned for a day alone, and is not told once it was missed', async () => {
    const { prisma, lin, plan } = await aScene()
    await prisma.user.update({ where: { id: lin.userId }, data: { timeZone: 'Asia/Shanghai' } })
    const midnight = new Date('2099-03-17T16:00:00Z')
    await anActivity(prisma, { ...plan, subject: 'That day', plannedStart: midnight })
    await anActivity(prisma, { ...plan, subject: 'Long ago', plannedStart: before(7 * 24 * 60) })
    await tellDue(new Date('2099-03-18T00:59:00Z'))
    await test.work()
    expect(await told(lin)).toEqual([])
    await tellDue(new Date('2099-03-18T01:00:00Z'))
    await test.work()
    expect(await told(lin)).toEqual(['due That day'])
  })

  it('is told to nobody when it was done, or its owner lost sight of it, before the job ran [B3]', async () => {
    const { prisma, lin, plan } = await aScene()
    const { id } = await anActivity(prisma, { ...plan, subject: 'Quick', plannedStart: before(5) })
    const { id: taken } = await anActivity(prisma, { ...plan, subject: 'Taken', plannedStart: before(5) })
    await tellDue()
    await prisma.activity.update({ where: { id }, data: { status: 'done' } })
    await prisma.activity.update({ where: { id: taken }, data: { deletedAt: NOON } })
    await test.work()
    expect(await told(lin)).toEqual([])
  })

  it('is found by an index that holds only what has not been told', async () => {
    const { pool } = test.database
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('set local enable_seqscan = off')
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select id from activities activity where status = 'planned' and "deletedAt" is null and "dueTold" is distinct from "plannedStart"
          and "plannedStart" <= now() and "plannedStart" >= now() - interval '3 days' order by "plannedStart", id limit 200`,
      )
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('activities_due_idx')
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('what others put into one’s hands', () => {
  it('an activity planned for him or given to him, and the next step; not what he gives to himself', async () => {
    const { prisma, lin, manager, plan } = await aScene()
    const draft = { kind: 'task', customerId: plan.customerId, ownerId: lin.userId }
    expect((await manager.call('POST', '/activities', { ...draft, subject: 'Planned for' })).status).toBe(201)
    const { id } = await anActivity(prisma, { ...plan, ownerId: manager.userId, subject: 'Given' })
    const given = await manager.call('PATCH', `/activities/${id}`, { ownerId: lin.userId, version: 1 })
    expect(given.status).toBe(200)
    const { body: own } = await lin.call('POST', '/activities', { ...draft, subject: 'Own' })
    const next = { kind: 'task', plannedStart: '2099-05-01T01:00:00Z', subject: 'Next' }
    const { status } = await manager.call('POST', `/activities/${own.id}/complete`, { version: 1, next })
    expect(status).toBe(200)
    await test.work()
    expect(await told(lin)).toEqual(['assigned Planned for', 'assigned Given', 'assigned Next'])
    expect((await notices(lin))[0]).toMatchObject({ actor: { label: 'Xu' }, target: { page: { noun: 'customers' } } })
    expect(await told(manager)).toEqual([])
  })

  it('a customer, a contact and a deal made for him; nothing of what was handed on before he was told', async () => {
    const { prisma, lin, manager } = await aScene()
    const ownerId = lin.userId
    const source = await aSource(prisma)
    const pipeline = await aPipeline(prisma)
    const customer = await manager.call('POST', '/customers', {
      name: 'Redhawk',
      kind: 'company',
      sourceId: source.id,
      ownerId,
    })
    const contact = await manager.call('POST', '/contacts', { name: 'Wu', ownerId })
    const deal = { name: 'Filters', pipelineId: pipeline.id, customerId: customer.body.id, ownerId }
    const opportunity = await manager.call('POST', '/opportunities', deal)
    expect([customer.status, contact.status, opportunity.status]).toEqual([201, 201, 201])
    const late = await manager.call('POST', '/contacts', { name: 'Late', ownerId })
    await prisma.contact.update({ where: { id: late.body.id }, data: { ownerId: manager.userId } })
    await test.work()
    expect(await told(lin)).toEqual(['assigned Redhawk', 'assigned Wu', 'assigned Filters'])
  })
})
