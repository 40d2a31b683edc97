import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { useApp, type Caller } from '../../test/app.ts'

const test = useApp()
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const versionOf = async (id: string) =>
  (await test.database.prisma.user.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

/** A person with a session and a key, and what both are answered. */
const working = async (role = 'rep') => {
  const person = await test.as({ role })
  const { key } = await anApiKey(test.database.prisma, person.userId)
  const statuses = async () => [
    (await person.call('GET', '/session')).status,
    (await test.nobody.call('GET', '/session', undefined, bearer(key))).status,
  ]
  return { ...person, statuses }
}

describe('POST /users/:id/suspend', () => {
  it('200 ends session and key at the next request [A3]', async () => {
    const admin = await test.as()
    const person = await working()
    expect(await person.statuses()).toEqual([200, 200])
    const { status, body } = await admin.call('POST', `/users/${person.userId}/suspend`, { version: 1 })
    expect({ status, state: body.status, can: body.can.reactivate }).toEqual({
      status: 200,
      state: 'suspended',
      can: true,
    })
    expect(await person.statuses()).toEqual([401, 401])
  })

  it('200 and back: his old session and key stay dead [A3]', async () => {
    const admin = await test.as()
    const person = await working()
    await admin.call('POST', `/users/${person.userId}/suspend`, { version: 1 })
    const { body } = await admin.call('POST', `/users/${person.userId}/reactivate`, { version: 2 })
    expect(body.status).toBe('invited')
    expect(await person.statuses()).toEqual([401, 401])
  })

  it('403 for a manager, 404 for nobody, 409 twice, 412 stale, 428 without a version', async () => {
    const [admin, manager] = [await test.as(), await test.as({ role: 'salesManager' })]
    const user = await aUser(test.database.prisma)
    const path = `/users/${user.id}/suspend`
    expect((await manager.call('POST', path, { version: 1 })).status).toBe(403)
    expect((await admin.call('POST', path, {})).status).toBe(428)
    expect((await admin.call('POST', path, { version: 7 })).status).toBe(412)
    expect((await admin.call('POST', path, { version: 1 })).status).toBe(200)
    expect((await admin.call('POST', path, { version: 2 })).body.code).toBe('user.transition')
    const absent = '/users/00000000-0000-7000-8000-000000000009/suspend'
    expect((await admin.call('POST', absent, { version: 1 })).status).toBe(404)
  })
})

describe('POST /users/:id/leave', () => {
  it('409 with the counts of open records, then 200 after they were handed over', async () => {
    const admin = await test.as()
    const person = await working()
    const customer = await aCustomer(test.database.prisma, { ownerId: person.userId })
    await aUser(test.database.prisma, { managerId: person.userId })
    const refused = await admin.call('POST', `/users/${person.userId}/leave`, { version: 1 })
    expect(refused.body).toMatchObject({
      code: 'user.owns_records',
      params: { count: 2, counts: { customers: 1, reports: 1 } },
    })
    expect(await person.statuses()).toEqual([200, 200])
    await test.database.prisma.customer.update({ where: { id: customer.id }, data: { ownerId: admin.userId } })
    await test.database.prisma.user.updateMany({ where: { managerId: person.userId }, data: { managerId: null } })
    const left = await admin.call('POST', `/users/${person.userId}/leave`, { version: 1 })
    expect(left.body).toMatchObject({ status: 'left', can: { reactivate: true, leave: false } })
    expect(await person.statuses()).toEqual([401, 401])
  })
})

describe('roles of a user', () => {
  it('200 new roles end his sessions and keys, the same ones do not [A3]', async () => {
    const admin = await test.as()
    const person = await working()
    const { roles } = await test.database.prisma.user.findUniqueOrThrow({
      where: { id: person.userId },
      select: { roles: true },
    })
    const roleIds = roles.map(({ roleId }) => roleId)
    await admin.call('PATCH', `/users/${person.userId}`, { roleIds, version: 1 })
    expect(await person.statuses()).toEqual([200, 200])
    const more = [...roleIds, (await aRole(test.database.prisma)).id]
    const { body } = await admin.call('PATCH', `/users/${person.userId}`, { roleIds: more, version: 2 })
    expect(body.roleIds.toSorted()).toEqual(more.toSorted())
    expect(await person.statuses()).toEqual([401, 401])
  })

  it('200 who changes his own roles stays signed in here', async () => {
    const admin = await test.as()
    const { roles } = await test.database.prisma.user.findUniqueOrThrow({
      where: { id: admin.userId },
      select: { roles: true },
    })
    const roleIds = [...roles.map(({ roleId }) => roleId), (await aRole(test.database.prisma)).id]
    expect((await admin.call('PATCH', `/users/${admin.userId}`, { roleIds, version: 1 })).status).toBe(200)
    expect((await admin.call('GET', '/session')).status).toBe(200)
  })

  it('403 auth.stale for a sign-in of an hour ago, which may still change a name [B11]', async () => {
    const admin = await test.as()
    const user = await aUser(test.database.prisma)
    const roleIds = [(await aRole(test.database.prisma)).id]
    const createdAt = new Date(Date.now() - 3_600_000)
    await test.database.prisma.session.updateMany({ where: { userId: admin.userId }, data: { createdAt } })
    const refused = await admin.call('PATCH', `/users/${user.id}`, { roleIds, version: 1 })
    expect(refused).toMatchObject({ status: 403, body: { code: 'auth.stale' } })
    expect((await admin.call('PATCH', `/users/${user.id}`, { name: 'x', version: 1 })).status).toBe(200)
  })
})

describe('the last administrator', () => {
  let admin: Caller
  beforeEach(async () => {
    await test.database.prisma.user.updateMany({ data: { status: 'suspended' } })
    admin = await test.as()
  })
  const lastAdmin = { status: 409, body: { code: 'user.last_admin' } }

  it('409 cannot be suspended, leave or give up the role', async () => {
    const path = `/users/${admin.userId}`
    expect(await admin.call('POST', `${path}/suspend`, { version: 1 })).toMatchObject(lastAdmin)
    expect(await admin.call('POST', `${path}/leave`, { version: 1 })).toMatchObject(lastAdmin)
    expect(await admin.call('PATCH', path, { roleIds: [], version: 1 })).toMatchObject(lastAdmin)
    expect((await admin.call('GET', '/session')).status).toBe(200)
  })

  it('409 for one of two administrators who suspend each other at once', async () => {
    const other = await test.as()
    const answers = await Promise.all([
      admin.call('POST', `/users/${other.userId}/suspend`, { version: await versionOf(other.userId) }),
      other.call('POST', `/users/${admin.userId}/suspend`, { version: await versionOf(admin.userId) }),
    ])
    const [won, lost] = answers.map(({ status }) => status).toSorted()
    expect([won, [401, 409].includes(lost!)]).toEqual([200, true]) // 401 when the other was faster than his sign-in check
    expect(await test.database.prisma.user.count({ where: { status: 'active' } })).toBe(1)
  })
})
