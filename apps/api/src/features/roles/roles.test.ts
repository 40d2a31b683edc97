import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const label = { zh: '渠道经理', en: 'Channel manager' }
const matrix = {
  rights: { customers: ['read', 'update'], products: ['read'] },
  scopes: { customers: 'team', products: 'all' },
  fieldRules: { 'customers.phones': 'masked', 'customers.openAmount': 'hidden' },
  special: ['source.correct'],
}
/** May edit roles, and holds what `matrix` gives, but is no administrator. */
const editor = {
  rights: { roles: ['read', 'create', 'update', 'delete'], customers: ['read', 'update'], products: ['read'] },
  scopes: { roles: 'all', customers: 'team', products: 'all' },
  special: ['source.correct'],
}
const signedInLongAgo = (caller: Caller) =>
  test.database.prisma.session.updateMany({
    where: { userId: caller.userId },
    data: { createdAt: new Date(Date.now() - 11 * 60_000) },
  })

describe('POST /roles', () => {
  it('201 keeps the matrix as it was sent, and says so in the event', async () => {
    const admin = await test.as()
    const { status, body } = await admin.call('POST', '/roles', { label, ...matrix })
    expect({ status, ...body }).toMatchObject({ status: 201, label, ...matrix, memberCount: 0, can: { delete: true } })
    const event = await test.database.prisma.event.findFirstOrThrow({ where: { recordId: body.id } })
    expect(event).toMatchObject({ type: 'role.created', action: 'rights' })
    expect(event.changes).toContainEqual({ field: 'special', old: null, new: ['source.correct'] })
  })

  it('400 for rules on fields that are unknown, must stay open, or cannot be masked', async () => {
    const admin = await test.as()
    const wrong = [
      'customers.nothing',
      'nothing.name',
      'customers.name',
      'customers.number',
      'users.email',
      'sources.code',
    ]
    for (const name of wrong) {
      const { status, body } = await admin.call('POST', '/roles', { label, fieldRules: { [name]: 'hidden' } })
      expect({ status, path: body.errors[0].path }).toEqual({ status: 400, path: `fieldRules.${name}` })
    }
    const masked = { label, fieldRules: { 'customers.openAmount': 'masked' } }
    expect((await admin.call('POST', '/roles', masked)).body.errors[0].code).toBe('field.invalid')
    const polluting = { label, fieldRules: { 'customers.toString': 'hidden' } }
    expect((await admin.call('POST', '/roles', polluting)).status).toBe(400)
  })

  it('400 for an unknown noun, action, scope or special right', async () => {
    const admin = await test.as()
    const wrong = [
      { rights: { planets: ['read'] } },
      { rights: { customers: ['fly'] } },
      { rights: { customers: ['read', 'read'] } },
      { scopes: { customers: 'galaxy' } },
      { special: ['everything'] },
    ]
    for (const more of wrong) expect((await admin.call('POST', '/roles', { label, ...more })).status).toBe(400)
  })

  it('403 role.exceeds for more than the giver holds; 201 for as much [B4]', async () => {
    const giver = await test.as({ rules: editor })
    expect((await giver.call('POST', '/roles', { label, ...matrix })).status).toBe(201)
    const more = [
      { rights: { customers: ['read', 'delete'] } },
      { rights: { customers: ['read'] }, scopes: { customers: 'all' } },
      { special: ['people.administer'] },
    ]
    for (const part of more) {
      const { status, body } = await giver.call('POST', '/roles', { label, ...part })
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'role.exceeds' })
    }
  })

  it('403 auth.stale eleven minutes after the sign-in, for every change of a role [B11]', async () => {
    const admin = await test.as()
    const role = await aRole(test.database.prisma)
    await signedInLongAgo(admin)
    const stale = { status: 403, body: { code: 'auth.stale' } }
    expect(await admin.call('POST', '/roles', { label })).toMatchObject(stale)
    expect(await admin.call('PATCH', `/roles/${role.id}`, { label, version: 1 })).toMatchObject(stale)
    expect(await admin.call('DELETE', `/roles/${role.id}`)).toMatchObject(stale)
  })
})

describe('PATCH /roles/:id', () => {
  it('200 takes effect at the next request of who holds it', async () => {
    const admin = await test.as()
    const role = await aRole(test.database.prisma, { rights: { sources: ['read'] } })
    const holder = await test.as({ rules: {} })
    await test.database.prisma.userRole.create({ data: { userId: holder.userId, roleId: role.id } })
    expect((await holder.call('GET', '/sources')).status).toBe(200)
    await admin.call('PATCH', `/roles/${role.id}`, { rights: {}, version: 1 })
    expect((await holder.call('GET', '/sources')).status).toBe(403)
  })

  it('200 replaces the parts that are sent and no others', async () => {
    const admin = await test.as()
    const { body: made } = await admin.call('POST', '/roles', { label, ...matrix })
    const { body } = await admin.call('PATCH', `/roles/${made.id}`, { special: [], version: 1 })
    expect(body).toMatchObject({ ...matrix, special: [], version: 2 })
  })

  it('403 a role beyond one’s own cannot even be narrowed: it may be an administrator’s [B4]', async () => {
    const giver = await test.as({ rules: editor })
    const role = await aRole(test.database.prisma, { special: ['people.administer'] })
    const { status } = await giver.call('PATCH', `/roles/${role.id}`, { special: [], version: 1 })
    expect(status).toBe(403)
  })

  it('409 when nobody could administer people any more', async () => {
    await test.database.prisma.user.updateMany({ data: { status: 'suspended' } })
    const admin = await test.as()
    const { roles } = await test.database.prisma.user.findUniqueOrThrow({
      where: { id: admin.userId },
      select: { roles: true },
    })
    const { body } = await admin.call('PATCH', `/roles/${roles[0]!.roleId}`, { special: [], version: 1 })
    expect(body.code).toBe('user.last_admin')
    const role = await test.database.prisma.role.findUniqueOrThrow({ where: { id: roles[0]!.roleId } })
    expect(role.special).toContain('people.administer')
  })
})

describe('DELETE /roles/:id', () => {
  it('204 for a role nobody has; 409 with the count for one in use', async () => {
    const admin = await test.as()
    const [free, used] = [await aRole(test.database.prisma), await aRole(test.database.prisma)]
    await aUser(test.database.prisma, { roleIds: [used.id] })
    expect((await admin.call('DELETE', `/roles/${free.id}`)).status).toBe(204)
    const { status, body } = await admin.call('DELETE', `/roles/${used.id}`)
    expect({ status, params: body.params }).toEqual({ status: 409, params: { count: 1 } })
  })
})

describe('GET /roles/catalogue', () => {
  it('200 tells nouns, sensible actions and the fields a role may close', async () => {
    const admin = await test.as()
    const { body } = await admin.call('GET', '/roles/catalogue')
    const customers = body.nouns.find(({ noun }: { noun: string }) => noun === 'customers')
    expect(customers).toMatchObject({ label: { en: 'Customers' }, scoped: true })
    const names = customers.fields.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['phones', 'openAmount']))
    for (const name of ['id', 'version', 'name', 'number']) expect(names).not.toContain(name)
    expect(customers.fields.find(({ name }: { name: string }) => name === 'phones').maskable).toBe(true)
  })

  it('403 for a rep, who has no business with roles', async () => {
    const rep = await test.as({ role: 'rep' })
    expect((await rep.call('GET', '/roles/catalogue')).status).toBe(403)
  })
})
