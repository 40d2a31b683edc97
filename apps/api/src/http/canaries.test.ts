/** Two hundred values that only their senders may know, through every route and every error; the log holds none. */
import { Writable } from 'node:stream'
import { allRoutes } from '@rapport/domain/api.ts'
import type { Route } from '@rapport/domain/contract/route.ts'
import { jsonOf, sampleOf } from '@rapport/domain/test/samples.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import type { InjectOptions } from 'fastify'
import { expect, it } from 'vitest'
import { createLogger } from './logger.ts'
import { useApp } from '../test/app.ts'

const CANARIES = 200
let log = ''
const target = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (log += chunk.toString())) })
const test = useApp({ log: createLogger(target) })

const forms = [
  (at: number) => `canary${at}@leak.example`,
  (at: number) => `+86138${String(77_700_000 + at)}`,
  (at: number) => `canary-token-${at}`,
  (at: number) => `canary Pass wörd ${at}`,
  (at: number) => `canary\n{"level":60,"msg":"forged ${at}"}`,
]
const canaries = Array.from({ length: CANARIES }, (_, at) => forms[at % forms.length]!(at))
let turn = 0
const next = () => canaries[turn++ % CANARIES]!

/** A sample with a canary in the place of every text. */
const planted = (value: unknown): unknown => {
  if (typeof value === 'string') return next()
  if (Array.isArray(value)) return value.map(planted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, planted(part)]))
}
const inHeader = (text: string) => text.replace(/[^\x20-\x7e]/g, '-')

const shotsAt = (route: Route, cookie: string): InjectOptions[] => {
  const path = `/api/v1${route.path.replace(/:\w+/g, () => encodeURIComponent(next()))}`
  const strange = `${path}?search=${encodeURIComponent(next())}&filter=${encodeURIComponent(next())}&token=${encodeURIComponent(next())}`
  const method = route.method as NonNullable<InjectOptions['method']>
  const sample = route.body ? sampleOf(jsonOf(route.body), true) : undefined
  const payload = sample === undefined ? {} : { payload: JSON.stringify(planted(sample)) }
  const half = sample === undefined ? {} : { payload: JSON.stringify({ ...(sample as object), name: next() }) }
  const base = {
    'content-type': 'application/json',
    'idempotency-key': inHeader(next()),
    'user-agent': inHeader(next()),
  }
  const headers = sample === undefined ? { 'user-agent': inHeader(next()) } : base
  return [
    { method, url: path, headers: { ...headers, cookie }, ...payload },
    {
      method,
      url: path.replace(/canary[^/?]*/g, '01900000-0000-7000-8000-0000000000aa'),
      headers: { ...headers, cookie },
      ...half,
    },
    { method, url: strange, headers: { ...headers, cookie, referer: inHeader(next()) }, ...payload },
    { method, url: path, headers: { ...headers, cookie: `rapport=${inHeader(next())}` }, ...payload },
    { method, url: path, headers: { ...headers, authorization: `Bearer ${inHeader(next())}` }, ...payload },
    { method, url: path, headers: { ...headers, cookie, 'content-type': inHeader(next()) }, payload: next() },
  ]
}

// A stream has no end to wait for, and the sample company takes too long.
const routes = allRoutes.filter(({ route: { path, sends } }) => path !== '/demo/load' && sends !== 'text/event-stream')

it('is in no line of the log, and forges none [P4]', { timeout: 120_000 }, async () => {
  const { userId } = await test.as()
  let asked = 0
  for (const { route } of routes) {
    const { token } = await aSession(test.database.prisma, userId)
    for (const shot of shotsAt(route, `rapport=${token}`)) {
      await test.app.inject(shot)
      asked += 1
    }
    expect(log.includes(token)).toBe(false)
  }
  expect(turn).toBeGreaterThan(CANARIES * 2)
  const lines = log.trim().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(asked)
  for (const line of lines) expect(JSON.parse(line)).not.toMatchObject({ msg: expect.stringContaining('forged') })
  expect(canaries.filter((canary) => log.includes(canary) || log.includes(encodeURIComponent(canary)))).toEqual([])
  expect(log).not.toMatch(/canary|leak\.example|138777/)
})

it('would be found in a log that let it through', () => {
  let open = ''
  const logger = createLogger(
    new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (open += chunk.toString())) }),
  )
  logger.info({ route: canaries[0] }, 'request')
  expect(open).toContain(canaries[0])
})
