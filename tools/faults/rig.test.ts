import { statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Rig, startRig } from './rig.ts'
import { findFreePort, spawnServer } from './server-process.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
}, 60_000)
afterAll(() => rig.close(), 30_000)

const ask = async (where = '/readyz') => {
  const begin = performance.now()
  const status = await fetch(`${rig.url}${where}`).then(
    (reply) => reply.status,
    () => 0,
  )
  return { status, ms: performance.now() - begin }
}
const askUntil = async (status: number, patience: number) => {
  const begin = performance.now()
  const answers = [await ask()]
  while (answers.at(-1)?.status !== status && performance.now() - begin < patience) answers.push(await ask())
  return { answers, ms: performance.now() - begin }
}

describe('the API is killed', () => {
  it('adopts the running PostgreSQL and leaves its pid file alone [F5] [G8]', async () => {
    const pidFile = path.join(rig.home, 'postgres/data/postmaster.pid')
    const before = { postmaster: rig.postmaster(), written: statSync(pidFile).mtimeMs }
    for (let round = 0; round < 3; round += 1) {
      await rig.kill()
      await rig.restart()
      expect(rig.output()).toContain('was running and is used again')
      expect({ postmaster: rig.postmaster(), written: statSync(pidFile).mtimeMs }).toEqual(before)
    }
  })
})

describe('PostgreSQL is hurt', () => {
  const hurts: [string, () => void][] = [
    ['killed with all its processes [F3]', () => rig.killPostgres()],
    ['stopped at once [F4]', () => rig.stopPostgres('immediate')],
    ['stopped fast [F4]', () => rig.stopPostgres('fast')],
  ]
  it.each(hurts)('%s: the API lives, says 503 quickly and is back by itself', async (_how, hurt) => {
    const pid = rig.pid()
    hurt()
    const away = await askUntil(503, 10_000)
    const back = await askUntil(200, 30_000)
    const refused = [...away.answers, ...back.answers].filter(({ status }) => status !== 200)
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
    // At once: waiting for a connection takes two seconds. How soon it is back, `npm run faults` measures.
    expect(refused.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(refused.length / 2)]).toBeLessThan(1_500)
    expect(back.answers.at(-1)?.status).toBe(200)
    expect(rig.pid()).toBe(pid)
    expect((await ask('/healthz')).status).toBe(200)
  })

  it('stands still: 503 instead of no answer, nothing piles up, and it goes on by itself [F4]', async () => {
    rig.pausePostgres()
    const waiting = await Promise.all(Array.from({ length: 20 }, () => ask()))
    expect(new Set(waiting.map(({ status }) => status))).toEqual(new Set([503]))
    expect(Math.max(...waiting.map(({ ms }) => ms))).toBeLessThan(15_000)
    const { status, ms } = await ask()
    expect(status).toBe(503)
    expect(ms).toBeLessThan(1_500)
    rig.resumePostgres()
    await rig.waitUntilReady(30_000)
  })

  it('loses one connection: nobody notices but who used it [F4]', async () => {
    const admin = new pg.Client({ connectionString: rig.databaseUrl() })
    await admin.connect()
    const { rows } = await admin.query(
      `select pg_terminate_backend(pid) as ended from pg_stat_activity where application_name = 'rapport' limit 1`,
    )
    await admin.end()
    expect(rows).toEqual([{ ended: true }])
    const { answers } = await askUntil(200, 10_000)
    expect(answers.at(-1)?.status).toBe(200)
    expect(answers.length).toBeLessThanOrEqual(2) // one may have been given the connection before its end was heard of
  })
})

describe('SIGTERM', () => {
  it('answers what is in flight, refuses what is new, ends with 0 within ten seconds [F17]', async () => {
    const holder = new pg.Client({ connectionString: rig.databaseUrl() })
    await holder.connect()
    await holder.query('begin; lock table _prisma_migrations')
    const inFlight = ask()
    const waiting = `select from pg_stat_activity where application_name = 'rapport' and wait_event_type = 'Lock'`
    await vi.waitFor(async () => expect((await holder.query(waiting)).rowCount).toBe(1), 10_000)
    const stopped = rig.stop()
    await vi.waitFor(async () => expect((await ask('/healthz')).status).toBe(0), 10_000)
    await holder.query('commit')
    expect((await inFlight).status).toBe(200)
    await holder.end()
    const { code } = await stopped
    expect(code).toBe(0) // with another one it was made to end after ten seconds
    await rig.restart()
  })

  it('takes the database along when nobody else uses it', async () => {
    expect(await rig.stop()).toMatchObject({ code: 0 })
    expect(rig.postmaster()).toBeUndefined()
    await rig.restart()
    expect(rig.output()).toContain('started on port')
  })
})

describe('a start that cannot go on', () => {
  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535, but is "http".'],
    [{ DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/x?sslmode=disable', PORT: '0' }, 'PORT must be'],
  ])('says why in a sentence, without a stack or a secret', async (env, sentence) => {
    const server = spawnServer({ RAPPORT_HOME: rig.home, ...env })
    expect(await server.ended).toBe(1)
    expect(server.output()).toContain(sentence)
    expect(server.output()).not.toMatch(/secret|\n\s+at /)
  })

  it('names the port that somebody else has', async () => {
    const server = spawnServer({ RAPPORT_HOME: rig.home, PORT: new URL(rig.url).port })
    expect(await server.ended).toBe(1)
    expect(server.output()).toContain(`Port ${new URL(rig.url).port} is in use; set PORT to another.`)
    expect((await ask()).status).toBe(200)
    expect(await findFreePort()).toBeGreaterThan(0)
  })
})
