import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { describe, expect, it } from 'vitest'
import { useApp } from '../../test/app.ts'

const test = useApp()
const draft = (more: object = {}) => ({ email: `${unique('New.')}@Example.com`, name: '王伟', ...more })
const absent = '00000000-0000-7000-8000-000000000009'
const hr = { rights: { users: ['read', 'create', 'update'] }, scopes: { users: 'all' } }

describe('POST /users', () => {
  it('201 invites somebody with a team, a role and a manager', async () => {
    const admin = await test.as()
    const [team, role] = [await aTeam(test.database.prisma), await aRole(test.database.prisma)]
    const sent = draft({ primaryTeamId: team.id, roleIds: [role.id], managerId: admin.userId, title: '销售' })
    const { status, body } = await admin.call('POST', '/users', sent)
    expect({ ...body, code: status }).toMatchObject({
      code: 201,
      email: sent.email.toLowerCase(),
      primaryTeamId: team.id,
      teamIds: [team.id],
      roleIds: [role.id],
      manager: { id: admin.userId },
      can: { invite: true, delete: true, suspend: false },
    })
    expect(body.status).toBe('invited')
    const [event] = await test.database.prisma.event.findMany({ where: { recordId: body.id } })
    expect(event).toMatchObject({ type: 'user.invited', actorId: admin.userId })
  })

  it('201 with a first password he is active and signs in at once', async () => {
    const admin = await test.as()
    const sent = { ...draft(), password: 'quartz-lantern-82' }
    const { body } = await admin.call('POST', '/users', sent)
    expect(body.status).toBe('active')
    const signedIn = await test.nobody.call('POST', '/session', { email: sent.email, password: sent.password })
    expect(signedIn.status).toBe(201)
  })

  it('403 for rights and passwords given by who is no administrator, whatever his other rights [B4]', async () => {
    const clerk = await test.as({ rules: hr })
    const role = await aRole(test.database.prisma)
    const team = await aTeam(test.database.prisma)
    const wrong = [
      { roleIds: [role.id] },
      { teamIds: [team.id] },
      { primaryTeamId: team.id },
      { managerId: clerk.userId },
      { password: 'quartz-lantern-82' },
    ]
    for (const more of wrong) {
      const { status, body } = await clerk.call('POST', '/users', draft(more))
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'field.forbidden' })
    }
    expect((await clerk.call('POST', '/users', draft())).status).toBe(201)
  })

  it('409 for an address that is taken, in whatever case, and for an outside id', async () => {
    const admin = await test.as()
    const sent = draft({ externalSource: 'erp', externalId: unique() })
    await admin.call('POST', '/users', sent)
    const again = await admin.call('POST', '/users', { ...draft(), email: sent.email.toUpperCase() })
    expect(again).toMatchObject({ status: 409, body: { errors: [{ path: 'email' }] } })
    const other = await admin.call('POST', '/users', { ...sent, email: draft().email })
    expect(other).toMatchObject({ status: 409, body: { errors: [{ path: 'externalId' }] } })
  })

  it('422 for a weak password, an archived team and a manager who does not exist', async () => {
    const admin = await test.as()
    const team = await aTeam(test.database.prisma, { archivedAt: new Date() })
    expect((await admin.call('POST', '/users', draft({ password: 'password123' }))).body.code).toBe('password.weak')
    const references = draft({ teamIds: [team.id], managerId: absent })
    const { body } = await admin.call('POST', '/users', references)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['teamIds', 'managerId'])
  })

  it('400 for an address that is none', async () => {
    const admin = await test.as()
    expect((await admin.call('POST', '/users', draft({ email: 'nobody' }))).status).toBe(400)
  })
})

describe('GET /users', () => {
  it('200 finds a colleague by name, pinyin, initials and address, as an owner picker asks', async () => {
    const rep = await test.as({ role: 'rep' })
    const admin = await test.as()
    const { body: made } = await admin.call('POST', '/users', draft({ name: '欧阳娜娜' }))
    for (const word of ['欧阳', '娜娜', 'ouyangnana', 'oynn', made.email]) {
      const { body } = await rep.call('GET', `/users?search=${encodeURIComponent(word)}&fields=id,name`)
      expect(body.items.map(({ id }: { id: string }) => id)).toContain(made.id)
    }
  })

  it('200 filters by team and role, and never sends a hash', async () => {
    const admin = await test.as()
    const [team, role] = [await aTeam(test.database.prisma), await aRole(test.database.prisma)]
    const user = await aUser(test.database.prisma, { teamId: team.id, roleIds: [role.id], passwordHash: 'canary-hash' })
    const both = [
      { field: 'teamIds', op: 'hasAny', value: [team.id] },
      { field: 'roleIds', op: 'hasAny', value: [role.id] },
    ]
    const filter = encodeURIComponent(JSON.stringify({ and: both }))
    const { body } = await admin.call('GET', `/users?filter=${filter}`)
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([user.id])
    expect(JSON.stringify(body)).not.toContain('canary')
  })
})

describe('PATCH /users/:id', () => {
  it('200 lets a clerk change a name and a title', async () => {
    const clerk = await test.as({ rules: hr })
    const user = await aUser(test.database.prisma)
    const { body } = await clerk.call('PATCH', `/users/${user.id}`, { name: '赵敏', title: '主管', version: 1 })
    expect(body).toMatchObject({ name: '赵敏', title: '主管', version: 2, can: { edit: true, administer: false } })
  })

  it('403 when the clerk reaches for an address, roles, teams or a manager [B4]', async () => {
    const clerk = await test.as({ rules: hr })
    const user = await aUser(test.database.prisma)
    const role = await aRole(test.database.prisma)
    for (const patch of [{ email: 'x@example.com' }, { roleIds: [role.id] }, { teamIds: [] }, { managerId: null }]) {
      const { status } = await clerk.call('PATCH', `/users/${user.id}`, { ...patch, version: 1 })
      expect(status).toBe(403)
    }
    const stored = await test.database.prisma.user.findUniqueOrThrow({ where: { id: user.id } })
    expect(stored).toEqual(user)
  })

  it('200 keeps memberships as history', async () => {
    const admin = await test.as()
    const [old, fresh] = [await aTeam(test.database.prisma), await aTeam(test.database.prisma)]
    const user = await aUser(test.database.prisma, { teamId: old.id })
    const { body } = await admin.call('PATCH', `/users/${user.id}`, { primaryTeamId: fresh.id, version: 1 })
    expect(body).toMatchObject({ primaryTeamId: fresh.id, teamIds: [old.id, fresh.id] })
    const left = await admin.call('PATCH', `/users/${user.id}`, { teamIds: [fresh.id], version: 2 })
    expect(left.body.teamIds).toEqual([fresh.id])
    const rows = await test.database.prisma.teamMember.findMany({ where: { userId: user.id }, orderBy: { id: 'asc' } })
    expect(rows.map(({ teamId, to }) => [teamId, to === null])).toEqual([
      [old.id, false],
      [fresh.id, true],
    ])
  })

  it('422 user.cycle over two steps, and for oneself', async () => {
    const admin = await test.as()
    const chief = await aUser(test.database.prisma)
    const middle = await aUser(test.database.prisma, { managerId: chief.id })
    const last = await aUser(test.database.prisma, { managerId: middle.id })
    for (const managerId of [last.id, middle.id, chief.id]) {
      const { status, body } = await admin.call('PATCH', `/users/${chief.id}`, { managerId, version: 1 })
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'user.cycle' })
    }
  })

  it('422 for one of two people made each other’s manager at once', async () => {
    const admin = await test.as()
    const [a, b] = [await aUser(test.database.prisma), await aUser(test.database.prisma)]
    const answers = await Promise.all([
      admin.call('PATCH', `/users/${a.id}`, { managerId: b.id, version: 1 }),
      admin.call('PATCH', `/users/${b.id}`, { managerId: a.id, version: 1 }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
  })

  it('refuses a circle in the database itself', async () => {
    const chief = await aUser(test.database.prisma)
    const other = await aUser(test.database.prisma, { managerId: chief.id })
    const circle = test.database.prisma.user.update({ where: { id: chief.id }, data: { managerId: other.id } })
    await expect(circle).rejects.toThrow(/circle/)
  })
})

describe('DELETE /users/:id', () => {
  it('204 for who never came; 409 for who did', async () => {
    const admin = await test.as()
    const never = await aUser(test.database.prisma, { status: 'invited' })
    expect((await admin.call('DELETE', `/users/${never.id}`)).status).toBe(204)
    const came = await aUser(test.database.prisma, { lastSeenAt: new Date() })
    expect((await admin.call('DELETE', `/users/${came.id}`)).body.code).toBe('user.has_history')
  })

  it('409 with counts for who owns records', async () => {
    const admin = await test.as()
    const owner = await aUser(test.database.prisma)
    await aCustomer(test.database.prisma, { ownerId: owner.id })
    const { status, body } = await admin.call('DELETE', `/users/${owner.id}`)
    expect({ status, params: body.params }).toEqual({ status: 409, params: { count: 1, counts: { customers: 1 } } })
  })
})
