import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../access/password.ts'
import { loadConfig } from '../../config.ts'
import { useApp, type TestApp } from '../../test/app.ts'
import { placeOf } from './throttle.queries.ts'

const PASSWORD = 'quartz-lantern-82'
const ATTACKER = '203.0.113.7'
const HOME = '198.51.100.20'

const test = useApp()
const proxied = useApp({ config: loadConfig({ RAPPORT_PROXIES: '10.0.0.1' }) })

type Try = { email: string; password?: string; from?: string; headers?: Record<string, string>; app?: TestApp }
const attempt = async ({ email, password = 'wrong-guess', from = ATTACKER, headers = {}, app = test }: Try) => {
  const reply = await app.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    remoteAddress: from,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ email, password }),
  })
  return { status: reply.statusCode, retryAfter: reply.headers['retry-after'], body: reply.json() as { code?: string } }
}
/** Lets time pass: the counters are of the database's clock, so their instants move back instead. */
const pass = (seconds: number, app = test) =>
  app.database.prisma.$executeRaw`
    update login_throttles set "nextAt" = "nextAt" - make_interval(secs => ${seconds}), "windowStart" = "windowStart" - make_interval(secs => ${seconds})`

let email: string
beforeEach(async () => {
  await test.database.prisma.loginThrottle.deleteMany()
  const passwordHash = await hashPassword(PASSWORD)
  email = (await aUser(test.database.prisma, { passwordHash })).email
})

describe('guessing passwords', () => {
  it('429 of 1,000 guesses from one address in a minute at most 10 are evaluated [A5]', async () => {
    let evaluated = 0
    for (let second = 0; second < 50; second++) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => attempt({ email: `${unique()}@example.com` })))
      evaluated += answers.filter(({ status }) => status === 401).length
      expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true)
      await pass(1.2)
    }
    expect(evaluated).toBeGreaterThanOrEqual(5)
    expect(evaluated).toBeLessThanOrEqual(10)
  })

  it('201 the right password from elsewhere works while the account is under attack [A5]', async () => {
    for (let round = 0; round < 40; round++) {
      await attempt({ email })
      await pass(10)
    }
    expect((await attempt({ email })).status).toBe(429)
    expect((await attempt({ email, password: PASSWORD, from: HOME })).status).toBe(201)
  })

  it('429 200 guesses at once do not pass the counter [A5]', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => attempt({ email })))
    const evaluated = answers.filter(({ status }) => status === 401).length
    expect(evaluated).toBe(5)
    expect(answers.filter(({ status }) => status === 429).length).toBe(200 - evaluated)
  })

  it('429 with the seconds to wait, which grow; afterwards the right password works from the same address [A5]', async () => {
    for (let failure = 0; failure < 5; failure++) expect((await attempt({ email })).status).toBe(401)
    const first = await attempt({ email, password: PASSWORD })
    expect(first).toMatchObject({ status: 429, retryAfter: '4', body: { code: 'auth.throttled' } })
    await pass(5)
    expect((await attempt({ email })).status).toBe(401)
    expect(Number((await attempt({ email })).retryAfter)).toBeGreaterThan(6)
    await pass(9)
    expect((await attempt({ email, password: PASSWORD })).status).toBe(201)
  })

  it('429 from many addresses the account’s own count stops them, but not its owner where he was before [A5]', async () => {
    expect((await attempt({ email, password: PASSWORD, from: HOME })).status).toBe(201)
    const places = Array.from({ length: 30 }, (_, index) => `192.0.2.${index}`)
    const answers = await Promise.all(places.map((from) => attempt({ email, from })))
    expect(answers.filter(({ status }) => status === 401).length).toBe(20)
    expect((await attempt({ email, password: PASSWORD, from: '192.0.2.200' })).status).toBe(429)
    expect((await attempt({ email, password: PASSWORD, from: HOME })).status).toBe(201)
  })

  it('201 an office behind one address signs in as often as it likes', async () => {
    for (let person = 0; person < 12; person++)
      expect((await attempt({ email, password: PASSWORD, from: HOME })).status).toBe(201)
  })

  it('401 successes of one’s own do not wash off the failures on others [A5]', async () => {
    let evaluated = 0
    for (let round = 0; round < 30; round++) {
      await attempt({ email, password: PASSWORD })
      const { status } = await attempt({ email: `victim${round}@example.com` })
      if (status === 401) evaluated++
    }
    expect(evaluated).toBeLessThanOrEqual(5)
  })
})

describe('where a guess comes from', () => {
  it('429 a forged X-Forwarded-For changes nothing [A5]', async () => {
    const answers = []
    for (let forged = 0; forged < 8; forged++)
      answers.push(await attempt({ email, headers: { 'x-forwarded-for': `192.0.2.${forged}` } }))
    expect(answers.map(({ status }) => status).slice(5)).toEqual([429, 429, 429])
  })

  it('401 behind a configured proxy each client counts for himself; through another machine it is that machine [A5]', async () => {
    const via = (proxy: string, client: number) =>
      attempt({ email, app: proxied, from: proxy, headers: { 'x-forwarded-for': `192.0.2.${client}` } })
    for (let client = 0; client < 8; client++) expect((await via('10.0.0.1', client)).status).toBe(401)
    const stranger = []
    for (let client = 0; client < 8; client++) stranger.push((await via('203.0.113.9', client)).status)
    expect(stranger.slice(5)).toEqual([429, 429, 429])
  })

  it.each([
    ['127.0.0.1', 'address:127.0.0.1'],
    ['::ffff:203.0.113.7', 'address:203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', 'address:2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', 'address:2001:db8:1:2::/64'],
    [null, 'address:unknown'],
  ])('counts %s as %s', (ip, place) => expect(placeOf(ip)).toBe(place))
})
