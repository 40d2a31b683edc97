import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { problem } from '@rapport/domain/contract/problem.ts'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildApp } from './app.ts'
import { build, version } from './build.ts'
import { loadConfig } from './config.ts'
import { createLogger } from './http/logger.ts'
import { useDatabase } from './test/database.ts'

const database = useDatabase()
let log = ''
let up = true
let app: FastifyInstance

async function make(env: Record<string, string> = {}): Promise<FastifyInstance> {
  const target = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (log += chunk.toString())) })
  const { db, prisma } = database
  const guarded = { ...db, isUp: () => up && db.isUp() }
  return buildApp({ config: loadConfig(env), db: guarded, prisma, log: createLogger(target) })
}

beforeAll(async () => {
  app = await make()
})
afterAll(() => app.close())

describe('GET /readyz', () => {
  it('200 with version, database version, migrations and queue lag', async () => {
    const reply = await app.inject('/readyz')
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({
      status: 'ready',
      version,
      databaseVersion: expect.stringMatching(/^18\./),
      migrations: { applied: expect.any(Number), pending: 0 },
      queueLag: null,
      transport: 'http',
    })
  })

  it('503 at once while the database is away, when /healthz still is 200 [G3]', async () => {
    up = false
    const begin = performance.now()
    const replies = await Promise.all(['/readyz', '/api/v1/anything', '/healthz'].map((url) => app.inject(url)))
    up = true
    expect(performance.now() - begin).toBeLessThan(1_000) // at once: nothing waited for a connection
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([503, 503, 200])
    for (const reply of replies.slice(0, 2)) {
      expect(reply.headers).toMatchObject({
        'retry-after': '1',
        'content-type': 'application/problem+json; charset=utf-8',
      })
      expect(problem.parse(reply.json())).toMatchObject({ status: 503, code: 'service.unavailable' })
    }
  })
})

describe('every reply', () => {
  it.each(['/healthz', '/readyz', '/api/v1/nothing', '/nothing.js'])('%s has the strict headers [D8]', async (url) => {
    const { headers } = await app.inject(url)
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'rapport-build': build,
    })
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('asks for https only where the public address has it [D8]', async () => {
    const secure = await make({ RAPPORT_URL: 'https://crm.example.com' })
    const { headers, body } = await secure.inject('/readyz')
    await secure.close()
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}$/)
    expect(JSON.parse(body)).toMatchObject({ transport: 'https' })
  })

  it('404 in the language of the caller, without the address in the log [P4]', async () => {
    const headers = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' }
    const reply = await app.inject({ url: '/api/v1/nothing?token=canary-77', headers })
    expect(problem.parse(reply.json())).toMatchObject({ status: 404, code: 'route.notFound', title: 'No such address' })
    expect(log).toContain(reply.json<{ requestId: string }>().requestId)
    expect(log).not.toContain('canary-77')
  })
})

describe('connections', () => {
  const send = (port: number, text: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      socket
        .on('data', (chunk) => (answer += chunk.toString()))
        .on('close', () => resolve(answer))
        .on('error', reject)
    })

  it.each([
    ['400', 'GET / HTTP/1.1\r\nbroken header\r\n\r\n', 'request.malformed'],
    ['431', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 'headers.tooLarge'],
  ])('%s as a problem for what is no request [D4] [G6]', async (status, text, code) => {
    const own = await make()
    await own.listen({ port: 0, host: '127.0.0.1' })
    const answer = await send((own.server.address() as { port: number }).port, text)
    await own.close()
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(problem.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''))).toMatchObject({ code })
  })

  it('are limited in number and in time [G6]', () => {
    const { maxConnections, requestTimeout, headersTimeout, keepAliveTimeout, timeout } = app.server
    const limits = { maxConnections, requestTimeout, headersTimeout, keepAliveTimeout, timeout }
    expect(limits).toEqual({
      maxConnections: 2_000,
      requestTimeout: 300_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      timeout: 120_000,
    })
  })

  it('answers what is in flight when it closes, and takes nothing new [F17]', async () => {
    const own = await make()
    const gate = Promise.withResolvers<string>()
    const entered = Promise.withResolvers<void>()
    own.get('/slow', { config: { open: 'a test' } }, () => {
      entered.resolve()
      return gate.promise
    })
    const address = await own.listen({ port: 0, host: '127.0.0.1' })
    const inFlight = fetch(`${address}/slow`)
    await entered.promise
    const closed = own.close()
    await vi.waitFor(async () => expect(own.server.listening).toBe(false), 10_000)
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed')
    gate.resolve('done')
    expect(await (await inFlight).text()).toBe('done')
    await closed
  })

  it('does not wait for a connection on which nothing was asked [F17]', async () => {
    const own = await make()
    await own.listen({ port: 0, host: '127.0.0.1' })
    const socket = connect((own.server.address() as { port: number }).port, '127.0.0.1')
    await new Promise((resolve) => own.server.once('connection', resolve))
    await own.close()
    await vi.waitFor(() => expect(socket.closed).toBe(true), 10_000)
  })
})
