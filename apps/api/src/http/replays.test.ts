import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
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

describe('a replay', () => {
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
