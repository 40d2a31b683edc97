import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const ask = async (key: string, path = '/sources') =>
  (await test.nobody.call('GET', path, undefined, bearer(key))).status

describe('POST /api-keys', () => {
  it('201 shows the key once; the database holds its hash alone [A9]', async () => {
    const admin = await test.as()
    const sent = { label: 'ERP', scopes: ['sources.read'] }
    const { status, body } = await admin.call('POST', '/api-keys', sent)
    expect({ status, ...body }).toMatchObject({ status: 201, ...sent, fullAccess: false, ownerId: admin.userId })
    expect(body.key).toMatch(/^rpt_[0-9a-f]{8}_[\w-]{43}$/)
    expect(body.key.startsWith(body.prefix)).toBe(true)
    const read = await admin.call('GET', `/api-keys/${body.id}`)
    expect(read.body.key).toBeUndefined()
    const [row] = await test.database.prisma.$queryRaw<{ dump: string }[]>`
      select (select string_agg(k::text, '') from api_keys k) || (select coalesce(string_agg(e::text, ''), '') from events e) as dump`
    expect(row!.dump).not.toContain(body.key.slice(13))
  })

  it('201 a repeated request gets the answer without the key, and no second key [C3]', async () => {
    const admin = await test.as()
    const sent = { label: unique(), scopes: ['sources.read'] }
    const header = { 'idempotency-key': unique() }
    const first = await admin.call('POST', '/api-keys', sent, header)
    const again = await admin.call('POST', '/api-keys', sent, header)
    expect(again.body).toEqual({ ...first.body, key: null })
    expect(await test.database.prisma.apiKey.count({ where: { label: sent.label } })).toBe(1)
    const kept = await test.database.prisma.idempotencyKey.findMany()
    expect(JSON.stringify(kept)).not.toContain(first.body.key)
  })

  it('403 for a scope the caller does not hold himself', async () => {
    const rules = { rights: { 'api-keys': ['read', 'create'], sources: ['read'] } }
    const caller = await test.as({ rules })
    const sent = { label: 'x', scopes: ['sources.read', 'sources.update'] }
    const { status, body } = await caller.call('POST', '/api-keys', sent)
    expect({ status, path: body.errors[0].path }).toEqual({ status: 403, path: 'scopes.1' })
  })

  it('403 for a key that would make keys, and for a sign-in eleven minutes old [B11]', async () => {
    const admin = await test.as()
    const { key } = await anApiKey(test.database.prisma, admin.userId)
    const sent = { label: 'x', fullAccess: true }
    const byKey = await test.nobody.call('POST', '/api-keys', sent, bearer(key))
    expect(byKey).toMatchObject({ status: 403, body: { code: 'auth.stale' } })
    const createdAt = new Date(Date.now() - 11 * 60_000)
    await test.database.prisma.session.updateMany({ where: { userId: admin.userId }, data: { createdAt } })
    expect((await admin.call('POST', '/api-keys', sent)).body.code).toBe('auth.stale')
  })

  it('400 with neither or both of scopes and full access, 422 for an end in the past', async () => {
    const admin = await test.as()
    const label = 'x'
    expect((await admin.call('POST', '/api-keys', { label })).status).toBe(400)
    const both = { label, fullAccess: true, scopes: ['sources.read'] }
    expect((await admin.call('POST', '/api-keys', both)).status).toBe(400)
    expect((await admin.call('POST', '/api-keys', { label, ownerId: admin.userId, fullAccess: true })).status).toBe(400)
    const past = { label, fullAccess: true, expiresAt: '2020-01-01T00:00:00Z' }
    expect((await admin.call('POST', '/api-keys', past)).status).toBe(422)
  })
})

describe('a key at work', () => {
  it('403 beyond its scopes, and at the next call when its owner loses the right [A9]', async () => {
    const owner = await test.as({ rules: { rights: { sources: ['read'], competitors: ['read'] } } })
    const { key } = await anApiKey(test.database.prisma, owner.userId, { scopes: ['sources.read'] })
    expect(await ask(key)).toBe(200)
    expect(await ask(key, '/competitors')).toBe(403)
    const { roleId } = await test.database.prisma.userRole.findFirstOrThrow({ where: { userId: owner.userId } })
    await test.database.prisma.role.update({ where: { id: roleId }, data: { rights: {} } })
    expect(await ask(key)).toBe(403)
  })

  it('401 after its end, after revocation and for an altered one; notes when it was last used', async () => {
    const owner = await test.as()
    const world = test.database.prisma
    const { key: over } = await anApiKey(world, owner.userId, { expiresAt: new Date(Date.now() - 1000) })
    const { key, row } = await anApiKey(world, owner.userId)
    expect(await ask(over)).toBe(401)
    expect(await ask(`${key.slice(0, -1)}_`)).toBe(401)
    expect(await ask(key)).toBe(200)
    expect((await owner.call('GET', `/api-keys/${row.id}`)).body.lastUsedAt).not.toBeNull()
    expect((await owner.call('POST', `/api-keys/${row.id}/revoke`, { version: 1 })).body.can.revoke).toBe(false)
    expect(await ask(key)).toBe(401)
    expect((await owner.call('POST', `/api-keys/${row.id}/revoke`, { version: 2 })).body.code).toBe('apiKey.ended')
  })

  it('ignores a cookie beside it: an invalid key is nobody, whoever the cookie is', async () => {
    const admin = await test.as()
    const { status } = await admin.call('GET', '/sources', undefined, bearer('rpt_00000000_nothing-at-all'))
    expect(status).toBe(401)
  })
})

describe('POST /api-keys/:id/rotate', () => {
  it('201 both work for the overlap, the new one has the old one’s scopes', async () => {
    const owner = await test.as()
    const { key, row } = await anApiKey(test.database.prisma, owner.userId, { scopes: ['sources.read'] })
    const { status, body } = await owner.call('POST', `/api-keys/${row.id}/rotate`, { version: 1 })
    expect({ status, ...body }).toMatchObject({ status: 201, scopes: ['sources.read'], rotatedFromId: row.id })
    expect([await ask(key), await ask(body.key)]).toEqual([200, 200])
    const old = await owner.call('GET', `/api-keys/${row.id}`)
    const hours = (Date.parse(old.body.expiresAt) - Date.now()) / 3_600_000
    expect(hours).toBeCloseTo(24, 1)
  })

  it('201 without overlap the old one ends at once', async () => {
    const owner = await test.as()
    const { key, row } = await anApiKey(test.database.prisma, owner.userId)
    await owner.call('POST', `/api-keys/${row.id}/rotate`, { version: 1, overlapHours: 0 })
    expect(await ask(key)).toBe(401)
  })

  it('403 for somebody else’s key, though an administrator may end it', async () => {
    const [owner, admin] = [await test.as(), await test.as()]
    const { key, row } = await anApiKey(test.database.prisma, owner.userId)
    expect((await admin.call('POST', `/api-keys/${row.id}/rotate`, { version: 1 })).status).toBe(403)
    expect((await admin.call('POST', `/api-keys/${row.id}/revoke`, { version: 1 })).status).toBe(200)
    expect(await ask(key)).toBe(401)
  })

  it('404 for another’s key without the reach for all', async () => {
    const owner = await test.as()
    const integrator = await test.as({ role: 'integrator' })
    const { row } = await anApiKey(test.database.prisma, owner.userId)
    for (const verb of ['rotate', 'revoke'])
      expect((await integrator.call('POST', `/api-keys/${row.id}/${verb}`, { version: 1 })).status).toBe(404)
    expect((await integrator.call('GET', '/api-keys')).body.items).toEqual([])
  })
})
