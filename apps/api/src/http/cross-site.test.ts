import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { anExchangeRate } from '@rapport/prisma/factories/exchange-rates.ts'
import { aCompetitor } from '@rapport/prisma/factories/competitors.ts'
import { aRole } from '@rapport/prisma/factories/roles.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aUser } from '@rapport/prisma/factories/users.ts'
import { unique } from '@rapport/prisma/factories/world.ts'
import type { InjectOptions } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { useApp } from '../test/app.ts'

const PUBLIC = 'https://crm.example.com'
const test = useApp({ config: loadConfig({ RAPPORT_URL: PUBLIC }) })
const local = useApp()

const origins = [undefined, 'null', 'https://evil.example', 'https://evil.crm.example.com', PUBLIC] as const
const sites = [undefined, 'none', 'same-origin', 'same-site', 'cross-site'] as const
const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const
const credentials = ['cookie', 'bearer', 'both', 'neither'] as const
type Cell = { origin?: string; site?: string; method: (typeof methods)[number]; who: (typeof credentials)[number] }

const cells: Cell[] = origins.flatMap((origin) =>
  sites.flatMap((site) =>
    methods.flatMap((method) =>
      credentials.map((who): Cell => ({ method, who, ...(origin && { origin }), ...(site && { site }) })),
    ),
  ),
)
/** The rule as TRUST says it, not as the gate computes it. */
const passes = ({ origin, site, method }: Cell) =>
  method === 'GET' || ([undefined, PUBLIC].includes(origin) && [undefined, 'none', 'same-origin'].includes(site))

let signedIn: Record<Cell['who'], Record<string, string>>
beforeAll(async () => {
  const world = test.database.prisma
  const every = ['read', 'create', 'update', 'delete']
  const role = await aRole(world, { rights: { competitors: every, 'exchange-rates': every } })
  const user = await aUser(world, { roleIds: [role.id] })
  const cookie = `__Host-rapport=${(await aSession(world, user.id)).token}`
  const authorization = `Bearer ${(await anApiKey(world, user.id)).key}`
  signedIn = { cookie: { cookie }, bearer: { authorization }, both: { cookie, authorization }, neither: {} }
})

let day = 0
const requestOf = async (method: Cell['method']): Promise<InjectOptions> => {
  const world = test.database.prisma
  const json = (url: string, payload: object): InjectOptions => ({
    method,
    url,
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json' },
  })
  if (method === 'GET') return { method, url: '/api/v1/competitors' }
  if (method === 'POST') return json('/api/v1/competitors', { name: unique() })
  if (method === 'PATCH') {
    const { id } = await aCompetitor(world)
    return json(`/api/v1/competitors/${id}`, { website: 'changed.example', version: 1 })
  }
  const date = new Date(Date.UTC(2020, 0, ++day)).toISOString().slice(0, 10)
  const { id } = await anExchangeRate(world, { currency: 'EUR', date, rate: '7.8' })
  return { method, url: `/api/v1/exchange-rates/${id}` }
}

const send = (cell: Cell, request: InjectOptions) =>
  test.app.inject({
    ...request,
    headers: {
      ...request.headers,
      ...signedIn[cell.who],
      ...(cell.origin && { origin: cell.origin }),
      ...(cell.site && { 'sec-fetch-site': cell.site }),
    },
  })

const databaseHash = async (): Promise<string> => {
  const [row] = await test.database.prisma.$queryRaw<{ hash: string }[]>`
    select md5(concat((select string_agg(t::text, '' order by id) from competitors t),
      (select string_agg(t::text, '' order by id) from exchange_rates t), (select count(*) from events),
      (select string_agg(t::text, '' order by id) from sessions t), (select count(*) from idempotency_keys))) as hash`
  return row!.hash
}

describe('the cross-site gate', () => {
  it('403 for every cell the rule refuses, signed in or not, and the database stays as it was [A4]', async () => {
    const refused = cells.filter((cell) => !passes(cell))
    expect(refused.length).toBe(228)
    const requests = new Map(await Promise.all(methods.map(async (m) => [m, await requestOf(m)] as const)))
    const before = await databaseHash()
    const wrong: unknown[] = []
    for (const cell of refused) {
      const reply = await send(cell, requests.get(cell.method)!)
      const code = (reply.json() as { code: string }).code
      if (reply.statusCode !== 403 || code !== 'access.crossSite') wrong.push({ ...cell, code })
    }
    expect(wrong).toEqual([])
    expect(await databaseHash()).toBe(before)
  })

  it('passes every other cell on to the rights: 2xx with a cookie or a key, 401 with neither [A4]', async () => {
    const wrong: unknown[] = []
    for (const cell of cells.filter(passes)) {
      const { statusCode } = await send(cell, await requestOf(cell.method))
      const fits = cell.who === 'neither' ? statusCode === 401 : statusCode >= 200 && statusCode < 300
      if (!fits) wrong.push({ ...cell, statusCode })
    }
    expect(wrong).toEqual([])
  })

  it('403 for a form of another site: neither its content type nor its method opens the gate [A4]', async () => {
    const payload = 'name=evil'
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']
    for (const type of types) {
      const headers = { ...signedIn.cookie, origin: 'https://evil.example', 'content-type': type }
      const reply = await test.app.inject({ method: 'POST', url: '/api/v1/competitors', headers, payload })
      expect(reply.statusCode).toBe(403)
    }
  })
})

describe('names of one machine', () => {
  const post = (app: typeof test, host: string, origin: string) =>
    app.app.inject({ method: 'POST', url: '/api/v1/session', headers: { host, origin } })

  it('400 or 401, not 403, when the page was opened as localhost instead of 127.0.0.1 [A4]', async () => {
    const reply = await post(local, 'localhost:3000', 'http://localhost:3000')
    expect((reply.json() as { code: string }).code).not.toBe('access.crossSite')
  })

  it('403 from another port of this machine, and from a name that points at it [A4]', async () => {
    expect((await post(local, 'localhost:3000', 'http://localhost:5000')).statusCode).toBe(403)
    expect((await post(local, 'rebound.example:3000', 'http://rebound.example:3000')).statusCode).toBe(403)
  })

  it('403 from localhost where the product has a public address, whatever the proxy makes of the host [A4]', async () => {
    expect((await post(test, 'localhost:3000', 'http://localhost:3000')).statusCode).toBe(403)
  })
})
