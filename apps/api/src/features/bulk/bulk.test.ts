import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../test/app.ts'
import { useImports } from '../../test/imports.ts'

const test = useImports()

const aPlace = async () => {
  const teamId = (await aTeam(test.database.prisma)).id
  return { teamId, ownerId: (await aUser(test.database.prisma, { teamId })).id }
}

/** Customers of their own region, so that a filter finds these and no others. */
const someCustomers = async (count: number, given: object = {}) => {
  const region = unique('region ')
  const place = await aPlace()
  const made = []
  for (let at = 0; at < count; at++) made.push(await aCustomer(test.database.prisma, { region, ...place, ...given }))
  return { region, place, ids: made.map(({ id }) => id), filter: { field: 'region', op: 'eq', value: region } }
}

const run = async (who: Caller, body: object, noun = 'customers') => {
  const started = await who.call('POST', `/${noun}/bulk`, body)
  expect(started.status).toBe(202)
  await test.work()
  return (await who.call('GET', `/jobs/${started.body.id}`)).body
}
const undo = async (who: Caller, job: { id: string; version: number }) => {
  const started = await who.call('POST', `/jobs/${job.id}/undo`, { version: job.version })
  expect(started.status).toBe(202)
  await test.work()
  return (await who.call('GET', `/jobs/${job.id}`)).body
}
const stateOf = async (ids: string[]) => {
  const rows = await test.database.prisma.customer.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
  return rows.map(({ version: _v, updatedAt: _u, updatedById: _b, ...row }) => row)
}

describe('POST /customers/bulk', () => {
  it('202 changes all that match, one event each with its batch, and undo gives back the same state [B20]', async () => {
    const admin = await test.as()
    const { ids, filter } = await someCustomers(7, { tags: ['old'] })
    await test.database.prisma.customer.update({ where: { id: ids[0]! }, data: { tags: ['old', 'vip'] } })
    const before = await stateOf(ids)
    const job = await run(admin, {
      filter,
      action: 'update',
      changes: { lifecycle: 'dormant', tags: { add: ['vip'], remove: ['old'] } },
    })
    expect(job).toMatchObject({ state: 'done', total: 7, done: 7, changed: 7, failed: 0, errorsUrl: null })
    const changed = await stateOf(ids)
    expect(changed.every((row) => row.lifecycle === 'dormant' && row.tags.join() === 'vip')).toBe(true)
    const where = { recordId: { in: ids }, type: 'customer.updated' }
    const events = await test.database.prisma.event.findMany({ where })
    const batch = await test.database.prisma.event.findFirst({ where: { recordId: job.id, type: 'bulk.started' } })
    expect(events).toHaveLength(7)
    expect(new Set(events.map(({ causeEventId }) => causeEventId))).toEqual(new Set([batch?.id]))
    expect(events[0]).toMatchObject({ recordVersion: 2, actorId: admin.userId })
    const undone = await undo(admin, job)
    expect(undone).toMatchObject({ state: 'undone', undone: 7, kept: 0, undoUrl: null })
    expect(await stateOf(ids)).toEqual(before)
    expect(await test.database.prisma.event.count({ where })).toBe(14)
  })

  it('202 hands over with periods of ownership and team, and takes it back', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const { ids } = await someCustomers(3)
    const heir = await aPlace()
    const before = await stateOf(ids)
    const job = await run(admin, { ids, action: 'transfer', changes: { ownerId: heir.ownerId } })
    expect(job).toMatchObject({ state: 'done', changed: 3 })
    expect(await prisma.customer.count({ where: { id: { in: ids }, ...heir } })).toBe(3)
    const open = { recordId: { in: ids }, to: null }
    expect(await prisma.ownershipPeriod.findMany({ where: open })).toMatchObject(
      Array.from({ length: 3 }, () => ({ ownerId: heir.ownerId, reason: 'transferred' })),
    )
    const [event] = await prisma.event.findMany({ where: { recordId: ids[0]!, type: 'customer.transferred' } })
    expect(event?.changes).toMatchObject([{ field: 'ownerId', old: before[0]!.ownerId, new: heir.ownerId }])
    await undo(admin, job)
    expect(await stateOf(ids)).toEqual(before)
    expect(await prisma.ownershipPeriod.count({ where: open })).toBe(3)
  })

  it('202 changes nobody else’s: what a rep may not write is listed with the reason, what he does not see is not there [B4]', async () => {
    const { prisma } = test.database
    const rep = await test.as({ role: 'rep' })
    const hidden = await someCustomers(1)
    const own = (await aCustomer(prisma, { ownerId: rep.userId })).id
    const lentOut = hidden.ids[0]!
    const seen = (await someCustomers(1)).ids[0]!
    await prisma.collaborator.create({
      data: { recordType: 'customer', recordId: seen, userId: rep.userId, access: 'read' },
    })
    const job = await run(rep, { ids: [own, seen, lentOut], action: 'update', changes: { language: 'en' } })
    expect(job).toMatchObject({ total: 3, changed: 1, failed: 2, errorsUrl: `/api/v1/jobs/${job.id}/errors` })
    const { body } = await rep.call('GET', `/jobs/${job.id}/errors`)
    expect(body.items.map((one: { recordId: string; code: string }) => [one.recordId, one.code])).toEqual(
      expect.arrayContaining([
        [seen, 'access.denied'],
        [lentOut, 'record.notFound'],
      ]),
    )
    expect(body.items.find((one: { recordId: string }) => one.recordId === lentOut).record).toBeNull()
    const all = await run(rep, { filter: hidden.filter, action: 'update', changes: { language: 'en' } })
    expect(all).toMatchObject({ total: 0, changed: 0, failed: 0 })
  })

  it('202 leaves alone what was changed between selection and work [C1]', async () => {
    const admin = await test.as()
    const { ids, filter } = await someCustomers(2)
    const body = { filter, action: 'update', changes: { city: undefined, country: '法国' } }
    const started = await admin.call('POST', '/customers/bulk', body)
    await admin.call('PATCH', `/customers/${ids[0]}`, { note: 'mine', version: 1 })
    await test.work()
    const { body: job } = await admin.call('GET', `/jobs/${started.body.id}`)
    expect(job).toMatchObject({ changed: 1, failed: 1 })
    expect((await stateOf(ids)).map(({ country }) => country)).toEqual([null, '法国'])
  })

  it('202 with an undo that leaves what others changed since, and says so', async () => {
    const admin = await test.as()
    const { ids, filter } = await someCustomers(3)
    const job = await run(admin, { filter, action: 'update', changes: { country: '法国', language: 'en' } })
    await admin.call('PATCH', `/customers/${ids[1]}`, { country: '德国', version: 2 })
    const undone = await undo(admin, job)
    expect(undone).toMatchObject({ undone: 2, kept: 1 })
    expect((await stateOf(ids)).map(({ country, language }) => [country, language])).toEqual([
      [null, 'zh'],
      ['德国', 'zh'],
      [null, 'zh'],
    ])
    const { body } = await admin.call('GET', `/jobs/${job.id}/errors`)
    expect(body.items).toMatchObject([{ recordId: ids[1], outcome: 'kept', code: 'bulk.changedSince' }])
  })

  it('202 corrects a source only for whom the rule lets', async () => {
    const { prisma } = test.database
    const { id: sourceId } = await aSource(prisma)
    const rep = await test.as({ role: 'rep' })
    const old = (await aCustomer(prisma, { ownerId: rep.userId, createdAt: new Date('2020-01-01') })).id
    const preview = await rep.call('POST', '/customers/bulk/preview', {
      ids: [old],
      action: 'update',
      changes: { sourceId },
    })
    expect(preview.body).toMatchObject({
      total: 1,
      changed: 0,
      failed: 1,
      reasons: [{ code: 'access.denied', count: 1 }],
    })
    const admin = await test.as()
    const refused = await run(admin, { ids: [old], action: 'update', changes: { sourceId } })
    expect(refused).toMatchObject({ failed: 1 })
    const job = await run(admin, { ids: [old], action: 'update', changes: { sourceId }, reason: 'a campaign' })
    expect(job).toMatchObject({ changed: 1 })
  })

  it('202 deletes by the rules of the noun, and brings back', async () => {
    const { prisma } = test.database
    const admin = await test.as()
    const { ids } = await someCustomers(3)
    await aCustomer(prisma, { parentId: ids[0]! })
    const job = await run(admin, { ids, action: 'delete' })
    expect(job).toMatchObject({ changed: 2, failed: 1 })
    expect((await admin.call('GET', `/jobs/${job.id}/errors`)).body.items).toMatchObject([
      { recordId: ids[0], code: 'record.inUse', message: '1 records still refer to it.' },
    ])
    expect(await prisma.customer.count({ where: { id: { in: ids }, deletedAt: null } })).toBe(1)
    expect(await undo(admin, job)).toMatchObject({ undone: 2, kept: 0 })
    expect(await prisma.customer.count({ where: { id: { in: ids }, deletedAt: null } })).toBe(3)
  })

  it('202 once for one key, and the work goes on where a dead worker stopped', async () => {
    const admin = await test.as()
    const { filter, ids } = await someCustomers(2)
    const body = { filter, action: 'update', changes: { language: 'en' } }
    const key = { 'idempotency-key': unique('key-') }
    const [first, second] = [
      await admin.call('POST', '/customers/bulk', body, key),
      await admin.call('POST', '/customers/bulk', body, key),
    ]
    expect(second.body.id).toBe(first.body.id)
    await test.database.prisma.job.update({ where: { id: first.body.id }, data: { cursor: 1 } })
    await test.work()
    const languages = (await stateOf(ids)).map(({ language }) => language)
    expect(languages).toEqual(['zh', 'en'])
  })

  it.each([
    ['neither ids nor filter', { action: 'update', changes: { language: 'en' } }, 'bulk.selection'],
    ['no changes', { filter: null, action: 'update' }, 'bulk.changes'],
    [
      'an owner among fields',
      { filter: null, action: 'update', changes: { ownerId: crypto.randomUUID() } },
      'bulk.changes',
    ],
    [
      'nobody to hand over to',
      { filter: null, action: 'transfer', changes: { ownerId: crypto.randomUUID() } },
      'reference.invalid',
    ],
    ['changes of what is deleted', { filter: null, action: 'delete', changes: { language: 'en' } }, 'bulk.changes'],
  ])('422 for %s', async (_what, body, code) => {
    const { status, body: problem } = await (await test.as()).call('POST', '/customers/bulk', body)
    expect([status, problem.code]).toEqual([422, code])
  })

  it('403 for a field one may not write, 400 for one that is hidden, 403 to delete without the right', async () => {
    const rules = (access: string) => ({
      rights: { customers: ['read', 'update'] },
      scopes: { customers: 'all' },
      fieldRules: { 'customers.language': access },
    })
    const body = { filter: null, action: 'update', changes: { language: 'en' } }
    const reader = await test.as({ rules: rules('read') })
    expect((await reader.call('POST', '/customers/bulk', body)).status).toBe(403)
    const blind = await test.as({ rules: rules('hidden') })
    expect((await blind.call('POST', '/customers/bulk/preview', body)).status).toBe(400)
    expect((await blind.call('POST', '/customers/bulk', { filter: null, action: 'delete' })).status).toBe(403)
  })
})

describe('/jobs', () => {
  it('404 for somebody else’s job, whatever else he sees', async () => {
    const [admin, other] = [await test.as(), await test.as()]
    const { ids } = await someCustomers(1)
    const job = await run(admin, { ids, action: 'update', changes: { language: 'en' } })
    for (const path of [`/jobs/${job.id}`, `/jobs/${job.id}/errors`])
      expect((await other.call('GET', path)).status).toBe(404)
    expect((await other.call('POST', `/jobs/${job.id}/undo`, { version: job.version })).status).toBe(404)
  })

  it('200 stops a job; what was done stays and can be undone, 409 for what is over', async () => {
    const admin = await test.as()
    const { ids, filter } = await someCustomers(2)
    const { body } = await admin.call('POST', '/customers/bulk', {
      filter,
      action: 'update',
      changes: { language: 'en' },
    })
    const stopped = await admin.call('POST', `/jobs/${body.id}/cancel`, { version: body.version })
    expect(stopped.body).toMatchObject({ state: 'cancelled', can: { cancel: false } })
    await test.work()
    expect((await stateOf(ids)).map(({ language }) => language)).toEqual(['zh', 'zh'])
    const again = await admin.call('POST', `/jobs/${body.id}/cancel`, { version: stopped.body.version })
    expect([again.status, again.body.code]).toEqual([409, 'job.state'])
  })

  it('fails, having changed nothing, when its owner loses the right before it runs [B7]', async () => {
    const person = await test.as()
    const { ids } = await someCustomers(1)
    const { body } = await person.call('POST', '/customers/bulk', {
      ids,
      action: 'update',
      changes: { language: 'en' },
    })
    await test.database.prisma.user.update({ where: { id: person.userId }, data: { status: 'left' } })
    await test.work()
    const job = await test.database.prisma.job.findUniqueOrThrow({ where: { id: body.id } })
    expect(job).toMatchObject({ state: 'failed', error: 'job.ownerGone', changed: 0 })
    expect((await stateOf(ids))[0]?.language).toBe('zh')
  })
})
