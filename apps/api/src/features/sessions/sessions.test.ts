import type { Route } from '@rapport/domain/contract/route.ts'
import { sessionRoutes } from '@rapport/domain/features/sessions/sessions.contract.ts'
import { jsonOf, sampleOf } from '@rapport/domain/test/samples.ts'
import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../access/password.ts'
import { loadConfig } from '../../config.ts'
import { useApp, type TestApp } from '../../test/app.ts'

const PASSWORD = 'quartz-lantern-82'
const test = useApp()
const secure = useApp({ config: loadConfig({ RAPPORT_URL: 'https://crm.example.com' }) })

const aPerson = async (app: TestApp = test, more: object = {}) =>
  aUser(app.database.prisma, { passwordHash: await hashPassword(PASSWORD), ...more })
const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}, app = test) =>
  app.nobody.call('POST', '/session', { email, password }, headers)
const cookieIn = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0]!
const who = async (cookie: string) => (await test.nobody.call('GET', '/session', undefined, { cookie })).status

beforeEach(() => test.database.prisma.loginThrottle.deleteMany())

describe('POST /session', () => {
  it('201 says who I am and what I may, in whatever case the address is typed', async () => {
    const { email, id } = await aPerson()
    const { status, body } = await signIn(email.toUpperCase())
    expect({ status, id: body.user.id, permissions: body.permissions }).toEqual({ status: 201, id, permissions: [] })
    expect(JSON.stringify(body)).not.toMatch(/argon2|tokenHash/)
  })

  it('201 the cookie is httpOnly, Lax, and __Host- with Secure over https [A2]', async () => {
    const plain = await signIn((await aPerson()).email)
    expect(plain.headers['set-cookie']).toMatch(/^rapport=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    const { email } = await aPerson(secure)
    const https = await signIn(email, PASSWORD, {}, secure)
    expect(https.headers['set-cookie']).toMatch(/^__Host-rapport=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('201 a cookie planted before means nothing after, and the session it named ends [A2]', async () => {
    const { email } = await aPerson()
    const first = cookieIn((await signIn(email)).headers)
    const planted = `rapport=${'p'.repeat(43)}`
    const second = cookieIn((await signIn(email, PASSWORD, { cookie: planted })).headers)
    expect(second).not.toBe(planted)
    expect(await who(planted)).toBe(401)
    const third = cookieIn((await signIn(email, PASSWORD, { cookie: first })).headers)
    expect([await who(first), await who(second), await who(third)]).toEqual([401, 200, 200])
  })

  it('201 a dump of the database holds no usable token [A2]', async () => {
    const { email } = await aPerson()
    const token = cookieIn((await signIn(email)).headers).split('=')[1]!
    const rows = await test.database.prisma.$queryRaw<{ dump: string }[]>`
      select concat((select string_agg(t::text, '') from sessions t), (select string_agg(t::text, '') from events t),
        (select string_agg(t::text, '') from idempotency_keys t), (select string_agg(t::text, '') from users t)) as dump`
    expect(rows[0]!.dump).not.toContain(token)
    const [stored] = await test.database.prisma.session.findMany({ where: { user: { email } } })
    expect(await who(`rapport=${stored!.tokenHash}`)).toBe(401)
  })

  it('401 looks alike for a wrong password, an unknown address and every closed account [A6]', async () => {
    const active = await aPerson()
    const closed = await Promise.all(['suspended', 'left', 'invited'].map((status) => aPerson(test, { status })))
    const noPassword = await aUser(test.database.prisma)
    const emails = [active.email, 'nobody@example.com', noPassword.email, ...closed.map(({ email }) => email)]
    const answers = []
    for (const email of emails) {
      await test.database.prisma.loginThrottle.deleteMany()
      const password = email === active.email ? 'wrong-guess' : PASSWORD
      const { status, body, headers } = await signIn(email, password)
      answers.push({ status, body: { ...body, requestId: '' }, headers: Object.keys(headers).toSorted() })
    }
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'auth.failed' } })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('201 stores argon2id with its parameters, and renews a hash of weaker ones [A1]', async () => {
    const weak = await hashPassword(PASSWORD)
    expect(weak).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/)
    // As an earlier version with one pass would have stored it.
    const { argon2Sync, randomBytes } = await import('node:crypto')
    const nonce = randomBytes(16)
    const tag = argon2Sync('argon2id', {
      message: PASSWORD,
      nonce,
      parallelism: 1,
      tagLength: 32,
      memory: 8192,
      passes: 1,
    })
    const passwordHash = `$argon2id$v=19$m=8192,t=1,p=1$${nonce.toString('base64url')}$${tag.toString('base64url')}`
    const { email, id } = await aUser(test.database.prisma, { passwordHash })
    expect((await signIn(email)).status).toBe(201)
    const stored = await test.database.prisma.user.findUniqueOrThrow({ where: { id } })
    expect(stored.passwordHash).toContain('m=19456,t=2')
    expect((await signIn(email)).status).toBe(201)
  })
})

describe('the life of a session', () => {
  it('401 after sign-out, also for who kept the cookie [A2]', async () => {
    const cookie = cookieIn((await signIn((await aPerson()).email)).headers)
    const out = await test.nobody.call('DELETE', '/session', undefined, { cookie })
    expect({ status: out.status, cookie: out.headers['set-cookie'] }).toMatchObject({ status: 204 })
    expect(String(out.headers['set-cookie'])).toMatch(/^rapport=;/)
    expect(await who(cookie)).toBe(401)
  })

  it('401 after 12 hours without a request, and after 30 days whatever happened [A2]', async () => {
    const { id } = await aPerson()
    const { token, session } = await aSession(test.database.prisma, id)
    const cookie = `rapport=${token}`
    const set = (data: object) => test.database.prisma.session.update({ where: { id: session.id }, data })
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    await set({ lastSeenAt: ago(11.9) })
    expect(await who(cookie)).toBe(200)
    await set({ lastSeenAt: ago(12.1) })
    expect(await who(cookie)).toBe(401)
    await set({ lastSeenAt: ago(0), expiresAt: ago(0.1) })
    expect(await who(cookie)).toBe(401)
  })

  it('200 lists my sessions and ends one; 404 for somebody else’s', async () => {
    const me = await test.as()
    const other = await aSession(test.database.prisma, (await aPerson()).id)
    const second = await aSession(test.database.prisma, me.userId)
    const { body } = await me.call('GET', '/sessions')
    expect(body.items.map(({ current }: { current: boolean }) => current).toSorted()).toEqual([false, true])
    expect((await me.call('DELETE', `/sessions/${other.session.id}`)).status).toBe(404)
    expect((await me.call('DELETE', `/sessions/${second.session.id}`)).status).toBe(204)
    expect(await who(`rapport=${second.token}`)).toBe(401)
    expect(await who(`rapport=${other.token}`)).toBe(200)
  })
})

describe('PATCH /session', () => {
  it('200 changes my own name and language; 400 for anything else about me [B4]', async () => {
    const rep = await test.as({ role: 'rep' })
    const { body } = await rep.call('PATCH', '/session', { name: '林小满', locale: 'zh-CN', version: 1 })
    expect(body.user).toMatchObject({ name: '林小满', locale: 'zh-CN', version: 2 })
    for (const more of [
      { status: 'active' },
      { roleIds: [] },
      { managerId: null },
      { email: 'x@example.com' },
      { timeZone: 'Mars/One' },
    ])
      expect((await rep.call('PATCH', '/session', { ...more, version: 2 })).status).toBe(400)
  })
})

describe('PATCH /session with preferences', () => {
  it('200 keeps what is chosen beside what was chosen before, wherever he signs in', async () => {
    const rep = await test.as({ role: 'rep' })
    const { body: fresh } = await rep.call('GET', '/session')
    expect(fresh.user.preferences).toEqual({})
    await rep.call('PATCH', '/session', { preferences: { density: 'compact', keys: 'off' }, version: 1 })
    const { body } = await rep.call('PATCH', '/session', { preferences: { scheme: 'dark', keys: 'on' }, version: 2 })
    const chosen = { density: 'compact', scheme: 'dark', keys: 'on' }
    expect(body.user).toMatchObject({ preferences: chosen, version: 3, name: fresh.user.name })
    const { token } = await aSession(test.database.prisma, rep.userId)
    const elsewhere = await test.nobody.call('GET', '/session', undefined, { cookie: `rapport=${token}` })
    expect(elsewhere.body.user.preferences).toEqual(chosen)
    const { body: another } = await (await test.as()).call('GET', `/users/${rep.userId}`)
    expect(another).not.toHaveProperty('preferences')
  })

  it('400 for what is no choice, 412 and 428 as for every change', async () => {
    const rep = await test.as({ role: 'rep' })
    const change = (body: object) => rep.call('PATCH', '/session', body)
    for (const preferences of [{ density: 'tiny' }, { font: 'big' }, { scheme: null }, []])
      expect((await change({ preferences, version: 1 })).status).toBe(400)
    const preferences = { density: 'roomy' }
    expect((await change({ preferences })).status).toBe(428)
    expect((await change({ preferences, version: 7 })).status).toBe(412)
    expect((await rep.call('GET', '/session')).body.user.preferences).toEqual({})
  })
})

describe('an API key', () => {
  const routes = Object.values<Route>(sessionRoutes).filter(({ inPerson }) => inPerson)

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '403 %s is for the person himself, and ends none of his sessions [A3] [B4]',
    async (_, { method, path, body }) => {
      const { id } = await aPerson()
      const { session: row } = await aSession(test.database.prisma, id)
      const { key } = await anApiKey(test.database.prisma, id)
      const sent = body && (sampleOf(jsonOf(body)) as object)
      const headers = { authorization: `Bearer ${key}` }
      const answer = await test.nobody.call(method, path.replace(':id', row.id), sent, headers)
      expect([answer.status, answer.body.code]).toEqual([403, 'access.denied'])
      expect(await test.database.prisma.session.findUniqueOrThrow({ where: { id: row.id } })).toEqual(row)
      expect((await test.nobody.call('GET', '/session', undefined, headers)).status).toBe(200)
    },
  )

  it('403 nothing but signing in and asking who one is is left to it [A3]', () => {
    const open = Object.entries<Route>(sessionRoutes).filter(([, { inPerson }]) => !inPerson)
    expect(open.map(([name]) => name)).toEqual(['signIn', 'who'])
  })
})
