import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../access/password.ts'
import { useApp } from '../../test/app.ts'

const PASSWORD = 'quartz-lantern-82'
const NEXT = 'copper-meadow-17'
const test = useApp()
const cookieIn = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0]!
const who = async (headers: Record<string, string>) =>
  (await test.nobody.call('GET', '/session', undefined, headers)).status

const aMember = async () => {
  const me = await test.as()
  const passwordHash = await hashPassword(PASSWORD)
  await test.database.prisma.user.update({ where: { id: me.userId }, data: { passwordHash } })
  return me
}
beforeEach(() => test.database.prisma.loginThrottle.deleteMany())

describe('POST /session/change-password', () => {
  it('204 ends all other sessions and keys and goes on in a new session [A2] [A3]', async () => {
    const me = await aMember()
    const elsewhere = { cookie: `rapport=${(await aSession(test.database.prisma, me.userId)).token}` }
    const key = { authorization: `Bearer ${(await anApiKey(test.database.prisma, me.userId)).key}` }
    expect([await who(elsewhere), await who(key)]).toEqual([200, 200])
    const { status, headers } = await me.call('POST', '/session/change-password', { current: PASSWORD, next: NEXT })
    expect(status).toBe(204)
    const old = (await me.call('GET', '/session')).status
    expect([await who(elsewhere), await who(key), old, await who({ cookie: cookieIn(headers) })]).toEqual([
      401, 401, 401, 200,
    ])
  })

  it('401 for a wrong present password, 422 for a weak new one; nothing changes', async () => {
    const me = await aMember()
    const before = await test.database.prisma.user.findUniqueOrThrow({ where: { id: me.userId } })
    const wrong = await me.call('POST', '/session/change-password', { current: 'not this one', next: NEXT })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'auth.failed' } })
    const weak = await me.call('POST', '/session/change-password', { current: PASSWORD, next: 'Password1!' })
    expect(weak).toMatchObject({ status: 422, body: { errors: [{ path: 'next', code: 'password.weak' }] } })
    expect(await test.database.prisma.user.findUniqueOrThrow({ where: { id: me.userId } })).toEqual(before)
  })

  it('429 an open session is no place to guess the password either [A5]', async () => {
    const me = await aMember()
    const answers = []
    for (let guess = 0; guess < 7; guess++)
      answers.push(
        (await me.call('POST', '/session/change-password', { current: `guess ${guess}`, next: NEXT })).status,
      )
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429])
  })

  it('403 for a key, which has no password', async () => {
    const me = await aMember()
    const { key } = await anApiKey(test.database.prisma, me.userId)
    const sent = { current: PASSWORD, next: NEXT }
    const { status } = await test.nobody.call('POST', '/session/change-password', sent, {
      authorization: `Bearer ${key}`,
    })
    expect(status).toBe(403)
  })
})

describe('POST /session/confirm', () => {
  it('204 a stale session may make keys again, under a new token; the old token ends [A2] [B11]', async () => {
    const me = await aMember()
    const createdAt = new Date(Date.now() - 3_600_000)
    await test.database.prisma.session.updateMany({ where: { userId: me.userId }, data: { createdAt } })
    const key = { label: 'x', fullAccess: true }
    expect((await me.call('POST', '/api-keys', key)).body.code).toBe('auth.stale')
    const { status, headers } = await me.call('POST', '/session/confirm', { password: PASSWORD })
    expect(status).toBe(204)
    const cookie = cookieIn(headers)
    expect((await test.nobody.call('POST', '/api-keys', key, { cookie })).status).toBe(201)
    expect((await me.call('GET', '/session')).status).toBe(401)
  })

  it('401 for a wrong password, and the session stays stale', async () => {
    const me = await aMember()
    const createdAt = new Date(Date.now() - 3_600_000)
    await test.database.prisma.session.updateMany({ where: { userId: me.userId }, data: { createdAt } })
    expect((await me.call('POST', '/session/confirm', { password: 'wrong-guess' })).status).toBe(401)
    expect((await me.call('POST', '/api-keys', { label: 'x', fullAccess: true })).body.code).toBe('auth.stale')
  })
})
