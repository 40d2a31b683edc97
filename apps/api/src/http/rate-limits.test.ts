import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { useApp } from '../test/app.ts'

const test = useApp({ config: loadConfig({ RAPPORT_RATE_LIMIT: '20' }) })
const limited = { 'ratelimit-limit': '20', 'ratelimit-reset': expect.stringMatching(/^\d+$/) }

describe('rate limits', () => {
  it('200 with what is left, then 429 with the time to wait, for each session by itself', async () => {
    const [one, other] = [await test.as(), await test.as()]
    for (let left = 19; left >= 0; left--) {
      const { status, headers } = await one.call('GET', '/session')
      expect(status).toBe(200)
      expect(headers).toMatchObject({ ...limited, 'ratelimit-remaining': String(left) })
    }
    const { status, headers, body } = await one.call('GET', '/session')
    expect({ status, body }).toMatchObject({ status: 429, body: { code: 'rate.limited', status: 429 } })
    expect(headers).toMatchObject({
      ...limited,
      'ratelimit-remaining': '0',
      'retry-after': expect.stringMatching(/^\d+$/),
    })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await other.call('GET', '/session')).status).toBe(200)
  })

  it('401, then 429, for the address of who is not signed in, whatever key he invents', async () => {
    const ask = (guess: string, remoteAddress = '192.0.2.7') =>
      test.app.inject({
        url: '/api/v1/sources',
        remoteAddress,
        headers: { authorization: `Bearer ${guess.repeat(30)}` },
      })
    for (const guess of ['a', 'b']) {
      const reply = await ask(guess)
      expect(reply.statusCode).toBe(401)
      expect(reply.headers).toMatchObject({ 'ratelimit-limit': '2' })
    }
    expect((await ask('c')).json()).toMatchObject({ status: 429, code: 'rate.limited' })
    expect((await ask('d', '192.0.2.8')).statusCode).toBe(401)
  })

  it('200 for a key when the session of its owner has used up its own', async () => {
    const admin = await test.as()
    const { key } = await anApiKey(test.database.prisma, admin.userId, { fullAccess: true })
    for (let at = 0; at < 20; at++) await admin.call('GET', '/session')
    expect((await admin.call('GET', '/sources')).status).toBe(429)
    const reply = await test.app.inject({ url: '/api/v1/sources', headers: { authorization: `Bearer ${key}` } })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({ 'ratelimit-remaining': '19' })
  })
})
