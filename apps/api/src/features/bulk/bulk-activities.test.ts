import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aDictionaryItem } from '@rapport/prisma/factories/dictionaries.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()
const day = (n: number) => new Date(Date.UTC(2031, 0, n, 9))

const aPlan = async (given: object = {}) => {
  const { id: customerId } = await aCustomer(test.database.prisma)
  const plan = { kind: 'task', status: 'planned', plannedStart: day(5), firstPlannedStart: day(5), customerId }
  return anActivity(test.database.prisma, { ...plan, ...given })
}
const run = async (who: Caller, body: object) => {
  const started = await who.call('POST', '/activities/bulk', body)
  expect([started.status, started.body.code]).toEqual([202, undefined])
  await test.work()
  return (await who.call('GET', `/jobs/${started.body.id}`)).body
}
const undo = async (who: Caller, job: { id: string; version: number }) => {
  expect((await who.call('POST', `/jobs/${job.id}/undo`, { version: job.version })).status).toBe(202)
  await test.work()
  return (await who.call('GET', `/jobs/${job.id}`)).body
}
const stateOf = async (ids: string[]) => {
  const rows = await test.database.prisma.activity.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
  return rows.map(({ version: _v, updatedAt: _u, updatedById: _b, ...row }) => row)
}
const faultsOf = async (who: Caller, job: { id: string }) => {
  const { body } = await who.call('GET', `/jobs/${job.id}/errors`)
  return body.items.map((one: { recordId: string; code: string }) => [one.recordId, one.code])
}
const nextOf = async (id: string | null) =>
  (await test.database.prisma.customer.findUniqueOrThrow({ where: { id: id! } })).nextActionAt

describe('POST /activities/bulk', () => {
  it('202 completes what can be completed, asks an outcome of calls, and one undo takes it back', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const { id: outcomeId } = await aDictionaryItem(prisma, { of: 'outcome' })
    const [task, call, over] = [await aPlan(), await aPlan({ kind: 'call' }), await aPlan({ status: 'cancelled' })]
    const ids = [task.id, call.id, over.id]
    await prisma.customer.update({ where: { id: task.customerId! }, data: { nextActionAt: day(5) } })
    const before = await stateOf(ids)

    const preview = await admin.call('POST', '/activities/bulk/preview', { ids, action: 'complete' })
    const codes = (preview.body.reasons as { code: string }[]).map(({ code }) => code)
    expect(preview.body).toMatchObject({ total: 3, changed: 1, failed: 2 })
    expect(codes.toSorted()).toEqual(['activity.transition', 'outcome.required'])

    const job = await run(admin, { ids, action: 'complete', changes: { outcomeId } })
    expect(job).toMatchObject({ state: 'done', changed: 2, failed: 1 })
    expect(await faultsOf(admin, job)).toEqual([[over.id, 'activity.transition']])
    const [done] = await stateOf([call.id])
    expect(done).toMatchObject({ status: 'done', outcomeId, answered: true })
    expect(done?.actualEnd).not.toBeNull()
    expect(await nextOf(task.customerId)).toBeNull()
    const told = { recordId: { in: ids }, type: 'activity.done' }
    expect(await prisma.event.count({ where: told })).toBe(2)

    expect(await undo(admin, job)).toMatchObject({ undone: 2, kept: 0 })
    expect(await stateOf(ids)).toEqual(before)
    expect(await nextOf(task.customerId)).toEqual(day(5))
  })

  it('202 cancels with the reason, and an undo leaves what somebody has gone on with', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const [one, other] = [await aPlan(), await aPlan()]
    const job = await run(admin, { ids: [one.id, other.id], action: 'cancel', reason: 'The fair is off' })
    expect(job).toMatchObject({ changed: 2 })
    const event = await prisma.event.findFirst({ where: { recordId: one.id, type: 'activity.cancelled' } })
    expect(event?.reason).toBe('The fair is off')
    await prisma.activity.update({ where: { id: other.id }, data: { status: 'planned' } })
    expect(await undo(admin, job)).toMatchObject({ undone: 1, kept: 1 })
    expect(await faultsOf(admin, job)).toEqual([[other.id, 'bulk.changedSince']])
  })

  it('202 moves plans with their length, plans again what was missed, counts it once and gives back the same', async () => {
    const admin = await test.as()
    const late = { plannedStart: new Date('2026-01-05T01:00:00Z'), firstPlannedStart: new Date('2026-01-05T01:00:00Z') }
    const [missed, meeting, done] = [
      await aPlan({ ...late, status: 'missed' }),
      await aPlan({ kind: 'meeting', plannedEnd: new Date(day(5).getTime() + 5_400_000) }),
      await aPlan({ status: 'done' }),
    ]
    const ids = [missed.id, meeting.id, done.id]
    const before = await stateOf(ids)
    const job = await run(admin, { ids, action: 'update', changes: { plannedStart: day(9).toISOString() } })
    expect(job).toMatchObject({ changed: 2, failed: 1 })
    const [again, moved] = [(await stateOf([missed.id]))[0], (await stateOf([meeting.id]))[0]]
    expect(again).toMatchObject({ status: 'planned', plannedStart: day(9), deferCount: 1, plannedEnd: null })
    expect(again?.firstPlannedStart).toEqual(late.firstPlannedStart)
    expect(moved).toMatchObject({ plannedEnd: new Date(day(9).getTime() + 5_400_000), deferCount: 0 })
    expect(await undo(admin, job)).toMatchObject({ undone: 2, kept: 0 })
    expect(await stateOf(ids)).toEqual(before)
  })

  it('202 moves each by working days or to a day at its own time where the caller is, and gives back the same', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    await prisma.user.update({ where: { id: admin.userId }, data: { timeZone: 'Europe/Berlin' } })
    // A Thursday before the clock is put forward, half past nine and four in the afternoon there; and one without a time.
    const starts = [new Date('2031-03-27T08:30:00Z'), new Date('2031-03-27T15:00:00Z'), null]
    const plans = await Promise.all(
      starts.map((plannedStart) => aPlan({ plannedStart, firstPlannedStart: plannedStart })),
    )
    const ids = plans.map(({ id }) => id)
    const before = await stateOf(ids)
    const startsOf = async () => {
      const states = await stateOf(ids)
      return ids.map((id) => states.find((one) => one.id === id)?.plannedStart?.toISOString() ?? null)
    }
    const change = (plannedStart: object) => ({ ids, action: 'update', changes: { plannedStart } })

    const preview = await admin.call('POST', '/activities/bulk/preview', change({ workingDays: 2 }))
    expect(preview.body).toMatchObject({ total: 3, changed: 2, unchanged: 1, failed: 0 })
    const on = await run(admin, change({ workingDays: 2 }))
    expect(on).toMatchObject({ changed: 2, unchanged: 1 })
    expect(await startsOf()).toEqual(['2031-03-31T07:30:00.000Z', '2031-03-31T14:00:00.000Z', null])
    expect(await undo(admin, on)).toMatchObject({ undone: 2, kept: 0 })
    expect(await stateOf(ids)).toEqual(before)

    const to = await run(admin, change({ day: '2031-04-02' }))
    expect(to).toMatchObject({ changed: 3 })
    const morning = '2031-04-02T07:00:00.000Z'
    expect(await startsOf()).toEqual(['2031-04-02T07:30:00.000Z', '2031-04-02T14:00:00.000Z', morning])
    expect(await undo(admin, to)).toMatchObject({ undone: 3, kept: 0 })
    expect(await stateOf(ids)).toEqual(before)
  })

  it('400 moves neither by a day that there is not nor by more than a year', async () => {
    const admin = await test.as()
    const { id } = await aPlan()
    for (const plannedStart of [
      { day: '2031-02-30' },
      { workingDays: 261 },
      { workingDays: 1.5 },
      { day: '2031-02-03', workingDays: 1 },
    ])
      expect(
        (
          await admin.call('POST', '/activities/bulk/preview', {
            ids: [id],
            action: 'update',
            changes: { plannedStart },
          })
        ).status,
      ).toBe(400)
  })

  it('202 leaves a plan that was completed since as it is when its move is taken back', async () => {
    const admin = await test.as()
    const plan = await aPlan()
    const job = await run(admin, { ids: [plan.id], action: 'update', changes: { plannedStart: day(9).toISOString() } })
    expect((await admin.call('POST', `/activities/${plan.id}/complete`, { version: 2 })).status).toBe(200)
    expect(await undo(admin, job)).toMatchObject({ undone: 0, kept: 1 })
    expect((await stateOf([plan.id]))[0]).toMatchObject({ status: 'done', plannedStart: day(9) })
  })

  it('202 hands over what one may change, but not what is private, and lists the rest', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const heir = await aUser(prisma, { teamId: (await aTeam(prisma)).id })
    const { id: customerId } = await aCustomer(prisma, { ownerId: rep.userId })
    const [own, secret] = [
      await aPlan({ customerId, ownerId: rep.userId }),
      await aPlan({ customerId, ownerId: rep.userId, private: true }),
    ]
    const [seen, hidden] = [await aPlan({ customerId }), await aPlan()]
    const ids = [own.id, secret.id, seen.id, hidden.id]
    const job = await run(rep, { ids, action: 'transfer', changes: { ownerId: heir.id } })
    expect(job).toMatchObject({ total: 4, changed: 1, failed: 3 })
    expect(await faultsOf(rep, job)).toEqual(
      expect.arrayContaining([
        [secret.id, 'access.denied'],
        [seen.id, 'access.denied'],
        [hidden.id, 'record.notFound'],
      ]),
    )
    expect((await stateOf([own.id]))[0]).toMatchObject({ ownerId: heir.id })
  })

  it('202 deletes and brings back, with the next step of the customer', async () => {
    const admin = await test.as()
    const plan = await aPlan()
    const job = await run(admin, { ids: [plan.id], action: 'delete' })
    expect(job).toMatchObject({ changed: 1 })
    expect((await admin.call('GET', `/activities/${plan.id}`)).status).toBe(404)
    expect(await undo(admin, job)).toMatchObject({ undone: 1 })
    expect(await nextOf(plan.customerId)).toEqual(day(5))
  })

  it.each([
    ['a state that only commands set', { action: 'update', changes: { status: 'done' } }, 400, 'request.malformed'],
    [
      'an outcome of what is cancelled',
      { action: 'cancel', changes: { outcomeId: crypto.randomUUID() } },
      422,
      'bulk.changes',
    ],
    [
      'an outcome there is none of',
      { action: 'complete', changes: { outcomeId: crypto.randomUUID() } },
      422,
      'reference.invalid',
    ],
    ['completing without the right', { action: 'complete' }, 403, 'access.denied'],
  ])('refuses %s', async (what, body, status, code) => {
    const rules = { rights: { activities: ['read'] }, scopes: { activities: 'all' }, fieldRules: {} }
    const caller = await test.as(what.includes('without') ? { rules } : {})
    const reply = await caller.call('POST', '/activities/bulk', { filter: null, ...body })
    expect([reply.status, reply.body.code]).toEqual([status, code])
  })
})

it('offers to complete only what can be completed', async () => {
  const reply = await (await test.as()).call('POST', '/customers/bulk', { filter: null, action: 'complete' })
  expect(reply.status).toBe(400)
})
