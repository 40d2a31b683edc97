import { createHash } from 'node:crypto'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { systemCtx } from '../access/system.ts'
import { clockTriggers } from '../jobs/schedule.ts'
import { useApp } from '../test/app.ts'

const test = useApp()
const world = () => test.database.prisma
const keyed = (key = unique()) => ({ 'idempotency-key': key })
const draft = () => ({ code: unique('s-'), label: { zh: '官网', en: 'Website' }, kind: 'web' })

describe('the same key', () => {
  it('201 once of 100 at the same time; the others hear that it runs, or the same answer [C3]', async () => {
    const admin = await test.as()
    const [sent, key] = [draft(), keyed()]
    const answers = await Promise.all(Array.from({ length: 100 }, () => admin.call('POST', '/sources', sent, key)))
    const fresh = answers.filter(({ status, headers }) => status === 201 && !headers['idempotency-replayed'])
    expect(fresh).toHaveLength(1)
    for (const { status, body } of answers) {
      // The pool has ten connections; who waits too long for one is told to come again.
      if (status === 201) expect(body).toEqual(fresh[0]?.body)
      else expect(['idempotency.running', 'service.unavailable']).toContain(body.code)
    }
    expect(await world().source.count({ where: { code: sent.code } })).toBe(1)
    expect(await world().event.count({ where: { recordId: fresh[0]?.body.id } })).toBe(1)
  })

  it('is another one for another caller, 422 for another path or body [C3]', async () => {
    const [admin, other] = [await test.as(), await test.as()]
    const [sent, key] = [draft(), keyed()]
    expect((await admin.call('POST', '/sources', sent, key)).status).toBe(201)
    expect((await other.call('POST', '/sources', draft(), key)).status).toBe(201)
    expect((await admin.call('POST', '/sources', { ...sent, kind: 'phone' }, key)).body.code).toBe(
      'idempotency.differs',
    )
    expect((await admin.call('POST', '/competitors', { name: unique() }, key)).body.code).toBe('idempotency.differs')
  })

  it('is free again after a refusal, which stores nothing [C3]', async () => {
    const admin = await test.as()
    const [sent, key] = [draft(), keyed()]
    expect((await admin.call('POST', '/sources', { ...sent, kind: 'smoke' }, key)).status).toBe(400)
    await admin.call('POST', '/sources', sent)
    expect((await admin.call('POST', '/sources', sent, key)).status).toBe(409)
    expect(await world().idempotencyKey.count({ where: { principal: admin.userId } })).toBe(0)
    expect((await admin.call('POST', '/sources', draft(), key)).status).toBe(201)
  })

  it('400 for one that is too long or not printable, 201 for 255 characters [C3] [D1]', async () => {
    const admin = await test.as()
    for (const key of ['', 'x'.repeat(256), 'a b', 'ü'])
      expect((await admin.call('POST', '/sources', draft(), keyed(key))).status).toBe(400)
    expect((await admin.call('POST', '/sources', draft(), keyed('x'.repeat(255)))).status).toBe(201)
  })

  it('is kept for a day and a new one afterwards [C3]', async () => {
    const admin = await test.as()
    const [sent, key] = [draft(), keyed()]
    await admin.call('POST', '/sources', sent, key)
    const [kept] = await world().idempotencyKey.findMany({ where: { principal: admin.userId } })
    const hours = (Number(kept?.expiresAt) - Number(kept?.createdAt)) / 3_600_000
    expect(Math.round(hours)).toBeGreaterThanOrEqual(24)
    await world().idempotencyKey.updateMany({ where: { principal: admin.userId }, data: { expiresAt: new Date(0) } })
    expect((await admin.call('POST', '/sources', sent, key)).status).toBe(409)
  })
})

const withRules = (userId: string, data: object) =>
  world().role.updateMany({ where: { users: { some: { userId } } }, data })

describe('a replay', () => {
  it('201 the record with what the caller may read by now [C3] [B3]', async () => {
    const rep = await test.as({ role: 'rep' })
    const { sourceId } = await aCustomer(world())
    const [sent, key] = [
      { kind: 'company', name: unique(), city: 'Canary City', taxNo: 'T-123456789', sourceId },
      keyed(),
    ]
    const first = await rep.call('POST', '/customers', sent, key)
    expect((await rep.call('POST', '/customers', sent, key)).body).toEqual(first.body)
    await withRules(rep.userId, { fieldRules: { 'customers.city': 'hidden', 'customers.taxNo': 'masked' } })
    const again = await rep.call('POST', '/customers', sent, key)
    expect([again.status, again.headers['idempotency-replayed'], again.body.id]).toEqual([201, 'true', first.body.id])
    expect(JSON.stringify(again.body)).not.toMatch(/Canary City|T-123456789/)
  })

  it('403 when the rights have changed and the answer is no record that could be read anew [C3]', async () => {
    const admin = await test.as()
    const invited = await aUser(world(), { status: 'invited', joinedAt: null })
    const key = keyed()
    const path = `/users/${invited.id}/invite`
    expect((await admin.call('POST', path, undefined, key)).status).toBe(201)
    expect((await admin.call('POST', path, undefined, key)).headers['idempotency-replayed']).toBe('true')
    await withRules(admin.userId, { fieldRules: { 'users.email': 'hidden' } })
    const again = await admin.call('POST', path, undefined, key)
    expect([again.status, again.body.code]).toEqual([403, 'access.denied'])
  })

  it('404 when the record is out of sight by now, 403 when the right is gone [C3]', async () => {
    const rep = await test.as({ role: 'rep' })
    const { sourceId } = await aCustomer(world())
    const [sent, key] = [{ kind: 'person', name: unique(), sourceId }, keyed()]
    const { status, body } = await rep.call('POST', '/customers', sent, key)
    expect(status).toBe(201)
    const stranger = await test.as({ role: 'rep' })
    await world().customer.update({ where: { id: body.id }, data: { ownerId: stranger.userId, teamId: null } })
    const gone = await rep.call('POST', '/customers', sent, key)
    expect([gone.status, gone.body.code]).toEqual([404, 'record.notFound'])
    await world().role.updateMany({ where: { users: { some: { userId: rep.userId } } }, data: { rights: {} } })
    expect((await rep.call('POST', '/customers', sent, key)).status).toBe(403)
  })

  it('401 when the session has ended [C3]', async () => {
    const admin = await test.as()
    const [sent, key] = [draft(), keyed()]
    await admin.call('POST', '/sources', sent, key)
    await world().session.deleteMany({ where: { userId: admin.userId } })
    expect((await admin.call('POST', '/sources', sent, key)).status).toBe(401)
  })
})

describe('what is kept of a request', () => {
  it('is no digest that a password could be guessed by [C3]', async () => {
    const admin = await test.as()
    const key = keyed()
    const sent = {
      name: unique(),
      email: `${unique()}@example.com`,
      password: 'quartz-lantern-82',
      roleIds: [],
      teamIds: [],
    }
    const { status } = await admin.call('POST', '/users', sent, key)
    expect(status).toBe(201)
    const [kept] = await world().idempotencyKey.findMany({ where: { principal: admin.userId } })
    const guess = createHash('sha256')
      .update(`POST\n/api/v1/users\n${JSON.stringify(sent)}`)
      .digest('base64url')
    expect(kept?.fingerprint).not.toBe(guess)
    expect(JSON.stringify(kept)).not.toContain(sent.password)
  })

  it('goes when its day is over [C3]', async () => {
    const admin = await test.as()
    await admin.call('POST', '/sources', draft(), keyed())
    await admin.call('POST', '/sources', draft(), keyed())
    const [old] = await world().idempotencyKey.findMany({ where: { principal: admin.userId } })
    await world().idempotencyKey.updateMany({ where: { key: old!.key }, data: { expiresAt: new Date(0) } })
    const ctx = systemCtx(test.app.services, pino({ level: 'silent' }), 'test')
    for (const { queue, run } of clockTriggers) if (queue === 'clock.forgetAnswers') await run(ctx)
    expect(await world().idempotencyKey.count({ where: { principal: admin.userId } })).toBe(1)
  })
})
