import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { useOwnCluster } from '../test/own-cluster.ts'
import { createPool, type DbPool } from './pool.ts'
import { createPrisma } from './prisma.ts'
import { findTrouble } from './trouble.ts'

const cluster = useOwnCluster()
const said: string[] = []
let db: DbPool

beforeAll(() => {
  db = createPool(cluster.embedded.url, (text) => said.push(text), 2)
})
afterAll(() => db.close())

const troubleOf = (work: Promise<unknown>) => work.then(() => 'none', findTrouble)
const timed = async <T>(work: Promise<T>) => {
  const start = performance.now()
  return { result: await work, ms: performance.now() - start }
}

it('limits statements, idle transactions and waiting [G3]', async () => {
  const settings = ['statement_timeout', 'idle_in_transaction_session_timeout', 'TimeZone', 'application_name']
  const { rows } = await db.pool.query(
    `select ${settings.map((name) => `current_setting('${name}') as "${name}"`).join()}`,
  )
  expect(rows).toEqual([
    {
      statement_timeout: '8s',
      idle_in_transaction_session_timeout: '15s',
      TimeZone: 'UTC',
      application_name: 'rapport',
    },
  ])
})

it('gives up on a connection after two seconds, which is no sign of a dead database', async () => {
  const clients = await Promise.all([db.pool.connect(), db.pool.connect()])
  const { result, ms } = await timed(troubleOf(db.pool.query('select 1')))
  for (const client of clients) client.release()
  expect(result).toBe('busy')
  expect(ms).toBeLessThan(7_000) // a statement may take eight seconds; this one was never begun
  expect(db.isUp()).toBe(true)
})

it('fails fast while the database is away and is back by itself [F3] [G3]', async () => {
  const prisma = createPrisma(db.pool)
  const inFlight = [
    troubleOf(db.pool.query('select pg_sleep(5)')),
    troubleOf(prisma.$transaction(async (tx) => tx.$queryRaw`select pg_sleep(5)::text`)),
  ]
  await vi.waitFor(() => expect(db.pool.totalCount - db.pool.idleCount).toBe(2), 10_000)
  cluster.kill()
  expect(await Promise.all(inFlight)).toEqual(['away', 'away'])
  await vi.waitFor(() => expect(db.isUp()).toBe(false), 10_000)
  for (const attempt of [db.pool.query('select 1'), prisma.$queryRaw`select 1`, db.pool.connect()]) {
    const { result, ms } = await timed(troubleOf(attempt))
    expect(result).toBe('away')
    expect(ms).toBeLessThan(1_500) // at once: waiting for a connection takes two seconds
  }
  await cluster.embedded.revive()
  await vi.waitFor(() => expect(db.isUp()).toBe(true), 15_000)
  expect(await prisma.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
  expect(said).toEqual(['The database is away', 'The database is back'])
})

it('survives the end of a connection that is checked out and unused', async () => {
  const client = await db.pool.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await db.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await vi.waitFor(async () => expect(await troubleOf(client.query('select 1'))).toBe('away'), 10_000)
  client.release(true)
  expect(await troubleOf(db.pool.query('select 1'))).toBe('none')
  expect(db.isUp()).toBe(true)
})

it('lets go of a database that stands still', { timeout: 20_000 }, async () => {
  const { rows } = await db.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pids = [cluster.readPid(), rows[0]?.pid ?? 0]
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  try {
    const { result, ms } = await timed(troubleOf(db.pool.query('select 1')))
    expect(result).toBe('away')
    expect(ms).toBeLessThan(15_000)
    expect(await timed(troubleOf(db.pool.query('select 1')))).toMatchObject({ result: 'away' })
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  }
  await vi.waitFor(() => expect(db.isUp()).toBe(true), 15_000)
})
