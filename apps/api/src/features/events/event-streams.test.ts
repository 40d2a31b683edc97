import { anApiKey } from '@rapport/prisma/factories/api-keys.ts'
import { aCustomer } from '@rapport/prisma/factories/customers.ts'
import { aSession } from '@rapport/prisma/factories/sessions.ts'
import { aSource } from '@rapport/prisma/factories/sources.ts'
import { aTeam } from '@rapport/prisma/factories/teams.ts'
import { problem } from '@rapport/domain/contract/problem.ts'
import { afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import pino from 'pino'
import { buildApp } from '../../app.ts'
import { loadConfig } from '../../config.ts'
import { useApp, type Caller } from '../../test/app.ts'
import { read, type Reading } from '../../test/sse.ts'
import { withAdmin } from '../../test/templates.ts'

const test = useApp()
let origin: string
let admin: Caller
const open: Reading[] = []

beforeAll(async () => {
  origin = await test.app.listen({ port: 0, host: '127.0.0.1' })
  admin = await test.as()
})
afterEach(() => open.splice(0).forEach(({ stop }) => stop()))

const cookieOf = async (userId: string) => ({
  cookie: `rapport=${(await aSession(test.database.prisma, userId)).token}`,
})
const follow = async (headers: Record<string, string>) => {
  const reading = await read(origin, headers)
  open.push(reading)
  return reading
}
const followAs = async (person: Caller) => follow(await cookieOf(person.userId))
const rename = async (id: string, name: string, version = 1) => {
  for (let status = 503; status !== 200;) {
    status = (await admin.call('PATCH', `/customers/${id}`, { name, version })).status
    expect([200, 503]).toContain(status) // a pool that is busy for two seconds says so
  }
}
const ownedBy = async (ownerId: string) =>
  aCustomer(test.database.prisma, { ownerId, teamId: (await aTeam(test.database.prisma)).id })

const cutListener = () =>
  withAdmin(inject('adminUrl'), (superuser) =>
    superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapport events' and datname = $1`,
      [new URL(test.database.url).pathname.slice(1)],
    ),
  )

describe('GET /events/stream', () => {
  it('200 tells what is committed at once, with the headers of every reply [D8]', async () => {
    const reading = await followAs(admin)
    const customer = await ownedBy(admin.userId)
    await rename(customer.id, 'Told')
    await reading.hasTold(customer.id, 4_000)
    expect(reading.status).toBe(200)
    expect(Object.fromEntries(reading.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    const { data, id } = reading.messages.find((message) => message.data?.recordId === customer.id)!
    expect(data).toMatchObject({
      type: 'customer.updated',
      entity: 'customers',
      changes: [{ field: 'name', new: 'Told' }],
    })
    expect(id).toMatch(/^\d+$/)
  })

  it('200 tells all streams of a person by one answer, each of them all of it', async () => {
    const readings = await Promise.all(Array.from({ length: 12 }, () => followAs(admin)))
    const asked = vi.spyOn(test.app.services, 'readRows')
    const customer = await ownedBy(admin.userId)
    await rename(customer.id, 'Told to many')
    for (const reading of readings) await reading.hasTold(customer.id, 20_000)
    const answers = asked.mock.calls.filter(([{ text }]) => text.includes('event.id = any('))
    asked.mockRestore()
    expect(answers.length).toBeGreaterThan(0)
    // An event may be found once more behind its notice.
    expect(answers.length).toBeLessThan(readings.length)
  })

  it('200 tells of each save of a draft, which the feed tells once, also while a long transaction runs elsewhere', async () => {
    const reading = await followAs(admin)
    const label = { zh: '草稿', en: 'Draft' }
    const { id } = (await admin.call('POST', '/pipelines', { label })).body
    const heard = () => reading.messages.filter(({ data }) => data?.recordId === id && data?.action === 'update').length
    await withAdmin(inject('adminUrl'), async (elsewhere) => {
      await elsewhere.query('begin')
      await elsewhere.query('select pg_current_xact_id()')
      for (const version of [1, 2, 3]) {
        const draft = { stages: [{ label, phase: 'open', probability: `0.${version}` }] }
        expect((await admin.call('POST', `/pipelines/${id}/save-draft`, { draft, version })).status).toBe(200)
        await expect.poll(heard, { timeout: 5_000 }).toBe(version)
      }
      await elsewhere.query('rollback')
    })
    expect(await test.database.prisma.event.count({ where: { recordId: id, type: 'pipeline.draftSaved' } })).toBe(1)
  })

  it('400 for a position that is none, 401 without a session, 429 for the 21st of one caller', async () => {
    const headers = await cookieOf(admin.userId)
    const wrong = await fetch(`${origin}/api/v1/events/stream`, {
      headers: { ...headers, 'last-event-id': "1' or '1" },
    })
    expect([wrong.status, problem.safeParse(await wrong.json()).success]).toEqual([400, true])
    expect((await read(origin, {})).status).toBe(401)
    const other = await test.as()
    const statuses: number[] = []
    for (let count = 0; count < 21; count++) statuses.push((await followAs(other)).status)
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([20, 429])
  })

  it('tells nothing of records out of reach, and no field that the role hides [B3]', async () => {
    const rules = {
      rights: { customers: ['read'] },
      scopes: { customers: 'self' },
      fieldRules: { 'customers.name': 'hidden' },
    }
    const rep = await test.as({ rules: rules as object })
    const reading = await followAs(rep)
    const [foreign, own] = [await ownedBy(admin.userId), await ownedBy(rep.userId)]
    await rename(foreign.id, 'canary-foreign')
    await rename(own.id, 'canary-hidden')
    await reading.hasTold(own.id)
    expect(reading.told()).not.toContain(foreign.id)
    expect(reading.text()).not.toMatch(/canary-/)
  })

  it('asks for rights when it sends, not when it was opened [B7]', async () => {
    const rep = await test.as({ role: 'rep' })
    const [reading, watcher] = [await followAs(rep), await followAs(admin)]
    const [before, after] = [await ownedBy(rep.userId), await ownedBy(rep.userId)]
    await rename(before.id, 'before')
    await reading.hasTold(before.id)
    await test.database.prisma.customer.update({ where: { id: after.id }, data: { ownerId: admin.userId } })
    await rename(after.id, 'after')
    await watcher.hasTold(after.id)
    expect(reading.told()).not.toContain(after.id)
  })
})

describe('a stream ends within a second', () => {
  it.each<[string, (person: Caller, headers: Record<string, string>) => Promise<unknown>]>([
    ['of signing out', (_, headers) => fetch(`${origin}/api/v1/session`, { method: 'DELETE', headers })],
    ['of suspending the user', async ({ userId }) => admin.call('POST', `/users/${userId}/suspend`, { version: 1 })],
    ['of the user leaving', ({ userId }) => admin.call('POST', `/users/${userId}/leave`, { version: 1 })],
    ['of new roles', ({ userId }) => admin.call('PATCH', `/users/${userId}`, { roleIds: [], version: 1 })],
    [
      'of the session expiring',
      ({ userId }) => test.database.prisma.session.updateMany({ where: { userId }, data: { expiresAt: new Date(0) } }),
    ],
  ])('%s [A3]', async (_, end) => {
    const person = await test.as({ role: 'rep' })
    const headers = await cookieOf(person.userId)
    const reading = await follow(headers)
    await end(person, headers)
    await reading.closed(4_000)
    expect((await read(origin, headers)).status).toBe(401)
  })

  it('of revoking the key [A3]', async () => {
    const { key, row } = await anApiKey(test.database.prisma, admin.userId)
    const headers = { authorization: `Bearer ${key}` }
    const reading = await follow(headers)
    expect((await admin.call('POST', `/api-keys/${row.id}/revoke`, { version: 1 })).status).toBe(200)
    await reading.closed(4_000)
    expect((await read(origin, headers)).status).toBe(401)
  })
})

describe('resuming', () => {
  it('misses nothing that was committed while nobody listened [C4]', async () => {
    const headers = await cookieOf(admin.userId)
    const first = await follow(headers)
    const [seen, missed] = [await ownedBy(admin.userId), await ownedBy(admin.userId)]
    await rename(seen.id, 'seen')
    await first.hasTold(seen.id)
    first.stop()
    await rename(missed.id, 'missed')
    const second = await follow({ ...headers, 'last-event-id': first.messages.at(-1)!.id })
    await second.hasTold(missed.id)
    expect(second.status).toBe(200)
  })

  it('hears of a transaction that began before and was committed after [C4]', async () => {
    const headers = await cookieOf(admin.userId)
    const first = await follow(headers)
    const [late, quick] = [await aSource(test.database.prisma), await ownedBy(admin.userId)]
    const client = await test.database.pool.connect()
    await client.query('begin')
    await client.query(
      `insert into events ("actorType", action, type, entity, "recordId") values ('system', 'update', 'source.updated', 'sources', $1)`,
      [late.id],
    )
    await rename(quick.id, 'quick')
    await first.hasTold(quick.id)
    first.stop()
    await client.query('commit') // without a notice, as if the connection had been away
    client.release()
    const second = await follow({ ...headers, 'last-event-id': first.messages.at(-1)!.id })
    await second.hasTold(late.id)
    expect(second.told()).toContain(late.id)
  })

  it('hears all of 50 writers, while its connection to the database is cut again and again [C4]', async () => {
    const headers = await cookieOf(admin.userId)
    const readings = [await follow(headers)]
    const made = await Promise.all(Array.from({ length: 50 }, () => ownedBy(admin.userId)))
    const writer = async ({ id }: { id: string }, at: number) => {
      for (let version = 1; version <= 4; version++) {
        if (at % 10 === 0 && version % 2 === 0) await cutListener()
        await rename(id, `${at}-${version}`, version)
      }
    }
    await Promise.all(made.map(writer))
    const versionsOf = (id: string) =>
      new Set(
        readings
          .flatMap(({ messages }) => messages)
          .flatMap(({ data }) => (data?.recordId === id ? (data.recordVersion ?? 0) : [])),
      )
    const missed = () => made.filter(({ id }) => versionsOf(id).size < 4).map(({ id }) => id)
    const hearsAll = async () => {
      const last = readings.at(-1)!
      const id = last.messages.at(-1)?.id ?? ''
      // A stream that could not be served in time is closed; who reads it comes back where he was, as a browser does.
      if (last.isClosed()) readings.push(await follow({ ...headers, 'last-event-id': id }))
      expect(missed()).toEqual([])
    }
    await vi.waitFor(hearsAll, { timeout: 30_000, interval: 200 })
  }, 90_000)

  it('is asked for by a server that closes, so that readers come back elsewhere at once [F17]', async () => {
    const { db, prisma } = test.database
    const own = await buildApp({ config: loadConfig({}), db, prisma, log: pino({ level: 'silent' }) })
    const reading = await read(await own.listen({ port: 0, host: '127.0.0.1' }), await cookieOf(admin.userId))
    const closing = own.close()
    await reading.closed(4_000)
    expect(reading.text()).toMatch(/retry: 500\n\n$/)
    await closing
  })
})
