import { aUser } from '@rapport/prisma/factories/users.ts'
import { describe, expect, it } from 'vitest'
import { hashPassword } from '../../access/password.ts'
import { loadConfig } from '../../config.ts'
import { useApp, type Caller } from '../../test/app.ts'

const PASSWORD = 'quartz-lantern-82'
let clock = 0
const test = useApp({
  config: loadConfig({ RAPPORT_URL: 'http://crm.example.com:8080' }),
  now: () => new Date(Date.now() + clock),
})
const inMinutes = async <T>(minutes: number, work: () => Promise<T>): Promise<T> => {
  clock = minutes * 60_000
  try {
    return await work()
  } finally {
    clock = 0
  }
}
const anInvited = (more: object = {}) => aUser(test.database.prisma, { status: 'invited', ...more })
const invite = async (admin: Caller, id: string, verb = 'invite') =>
  (await admin.call('POST', `/users/${id}/${verb}`)).body.link as string
const tokenIn = (link: string) => link.split('/').at(-1)!
const accept = (token: string, password = PASSWORD) =>
  test.nobody.call('POST', '/invitations/accept', { token, password })
const dead = { status: 422, body: { code: 'token.invalid' } }

describe('POST /users/:id/invite', () => {
  it('201 gives a link of the configured address, whatever Host says [A8]', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const { status, body } = await admin.call('POST', `/users/${id}/invite`, undefined, forged)
    expect(status).toBe(201)
    expect(body.link).toMatch(/^http:\/\/crm\.example\.com:8080\/invite\/[\w-]{43}$/)
    expect((Date.parse(body.expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 1)
  })

  it('201 the link stands nowhere in the database, nor in a repeated answer [A8]', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const key = { 'idempotency-key': 'invite-once' }
    const { body } = await admin.call('POST', `/users/${id}/invite`, undefined, key)
    const again = await admin.call('POST', `/users/${id}/invite`, undefined, key)
    expect(again.body).toEqual({ ...body, link: null })
    const rows = await test.database.prisma.$queryRaw<{ dump: string }[]>`
      select concat((select string_agg(t::text, '') from one_time_tokens t), (select string_agg(t::text, '') from events t),
        (select string_agg(t::text, '') from idempotency_keys t)) as dump`
    expect(rows[0]!.dump).not.toContain(tokenIn(body.link))
  })

  it('403 for who may not administer, and for a stale sign-in; 409 for who has come already [B11]', async () => {
    const [admin, manager] = [await test.as(), await test.as({ role: 'salesManager' })]
    const [invited, active] = [await anInvited(), await aUser(test.database.prisma)]
    expect((await manager.call('POST', `/users/${invited.id}/invite`)).status).toBe(403)
    expect((await admin.call('POST', `/users/${active.id}/invite`)).body.code).toBe('user.transition')
    const stale = await inMinutes(11, () => admin.call('POST', `/users/${invited.id}/invite`))
    expect(stale.body.code).toBe('auth.stale')
  })
})

describe('POST /invitations/look', () => {
  const look = async (token: string) => {
    const { status, body } = await test.nobody.call('POST', '/invitations/look', { token })
    expect(status).toBe(200)
    return body.state as string
  }

  it('200 tells whether it works, and does not use it up', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const token = tokenIn(await invite(admin, id))
    expect([await look(token), await look(token)]).toEqual(['works', 'works'])
    expect((await accept(token)).status).toBe(201)
    expect(await look(token)).toBe('joined')
  })

  it('200 a link has ended that expired, that another one followed or that is none, and so has a reset that was used', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const first = tokenIn(await invite(admin, id))
    const second = tokenIn(await invite(admin, id))
    expect([await look(first), await look(second), await look('none')]).toEqual(['ended', 'works', 'ended'])
    expect(await inMinutes(8 * 24 * 60, () => look(second))).toBe('ended')
    const { id: known } = await aUser(test.database.prisma, { passwordHash: await hashPassword(PASSWORD) })
    const reset = tokenIn(await invite(admin, known, 'reset-password'))
    expect(await look(reset)).toBe('works')
    expect((await accept(reset, 'copper-meadow-17')).status).toBe(201)
    expect(await look(reset)).toBe('ended')
  })

  it('200 tells nothing of who has left', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const token = tokenIn(await invite(admin, id))
    await test.database.prisma.user.update({ where: { id }, data: { status: 'left' } })
    expect(await look(token)).toBe('ended')
  })
})

describe('POST /invitations/accept', () => {
  it('201 the person is active, signed in, and comes in with the new password', async () => {
    const admin = await test.as()
    const { id, email } = await anInvited()
    const { status, body, headers } = await accept(tokenIn(await invite(admin, id)))
    expect({ status, id: body.user.id }).toEqual({ status: 201, id })
    const cookie = String(headers['set-cookie']).split(';')[0]!
    expect((await test.nobody.call('GET', '/session', undefined, { cookie })).status).toBe(200)
    expect((await test.nobody.call('POST', '/session', { email, password: PASSWORD })).status).toBe(201)
    const user = await admin.call('GET', `/users/${id}`)
    expect(user.body).toMatchObject({ status: 'active', joinedAt: expect.any(String), can: { invite: false } })
  })

  it('422 of 100 parallel uses one succeeds [A8]', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const token = tokenIn(await invite(admin, id))
    const answers = await Promise.all(Array.from({ length: 100 }, () => accept(token)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201).length).toBe(1)
    expect(statuses.filter((status) => ![201, 422, 503].includes(status))).toEqual([])
    expect(await test.database.prisma.session.count({ where: { userId: id } })).toBe(1)
  }, 60_000)

  it('422 after seven days; not a minute before [A8]', async () => {
    const admin = await test.as()
    const [early, late] = [await anInvited(), await anInvited()]
    const [first, second] = [await invite(admin, early.id), await invite(admin, late.id)]
    const week = 7 * 24 * 60
    expect(await inMinutes(week + 1, () => accept(tokenIn(first)))).toMatchObject(dead)
    expect((await inMinutes(week - 1, () => accept(tokenIn(second)))).status).toBe(201)
  })

  it('422 an earlier link once a new one is made, and both once the person is deleted or suspended [A8]', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const [first, second] = [await invite(admin, id), await invite(admin, id)]
    expect(await accept(tokenIn(first))).toMatchObject(dead)
    await test.database.prisma.user.update({ where: { id }, data: { status: 'suspended' } })
    expect(await accept(tokenIn(second))).toMatchObject(dead)
    await test.database.prisma.user.delete({ where: { id } })
    expect(await accept(tokenIn(second))).toMatchObject(dead)
  })

  it('422 for an invented token and for the stored hash alike; a weak password spends no link', async () => {
    const admin = await test.as()
    const { id } = await anInvited()
    const token = tokenIn(await invite(admin, id))
    const { hash } = await test.database.prisma.oneTimeToken.findFirstOrThrow({ where: { userId: id } })
    expect(await accept('x'.repeat(43))).toMatchObject(dead)
    expect(await accept(hash)).toMatchObject(dead)
    expect((await accept(token, 'password123')).body.code).toBe('password.weak')
    expect((await accept(token)).status).toBe(201)
  })
})

describe('POST /users/:id/reset-password', () => {
  it('201 a link for thirty minutes that ends all other access [A3] [A8]', async () => {
    const admin = await test.as()
    const person = await test.as({ role: 'rep' })
    const link = await invite(admin, person.userId, 'reset-password')
    expect(link).toContain('/reset/')
    expect((await inMinutes(31, () => accept(tokenIn(link)))).body.code).toBe('token.invalid')
    expect((await accept(tokenIn(link))).status).toBe(201)
    expect((await person.call('GET', '/session')).status).toBe(401)
  })

  it('422 once the password was changed by any other way: the link is bound to the one it was made beside [A8]', async () => {
    const admin = await test.as()
    const { id } = await aUser(test.database.prisma, { passwordHash: await hashPassword(PASSWORD) })
    const link = await invite(admin, id, 'reset-password')
    const passwordHash = await hashPassword('copper-meadow-17')
    await test.database.prisma.user.update({ where: { id }, data: { passwordHash } })
    expect(await accept(tokenIn(link))).toMatchObject(dead)
  })

  it('409 for who is invited, suspended or gone', async () => {
    const admin = await test.as()
    for (const status of ['invited', 'suspended', 'left']) {
      const { id } = await aUser(test.database.prisma, { status })
      expect((await admin.call('POST', `/users/${id}/reset-password`)).body.code).toBe('user.transition')
    }
  })
})
