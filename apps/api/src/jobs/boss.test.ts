import { Writable } from 'node:stream'
import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createLogger } from '../http/logger.ts'
import { useDatabase } from '../test/database.ts'
import { createBoss, fromPrisma, queueDefaults } from './boss.ts'
import { clockTriggers } from './schedule.ts'
import { createQueues } from './workers.ts'

const database = useDatabase()
const silent = createLogger(new Writable({ write: (_line, _encoding, done) => done() }))
let boss: PgBoss

beforeAll(async () => {
  boss = createBoss(database.url, silent)
  await boss.start()
  for (const queue of ['kept', 'lost', 'quick']) await boss.createQueue(queue, queueDefaults)
})
afterAll(() => boss.stop())

const countJobs = async (queue: string) => (await boss.findJobs(queue)).length

it('takes the job away with the transaction that asked for it', async () => {
  const attempt = database.prisma.$transaction(async (tx) => {
    await boss.send('lost', { eventId: 1 }, { db: fromPrisma(tx) })
    expect(await tx.$queryRaw`select count(*)::int as jobs from pgboss.job where name = 'lost'`).toEqual([{ jobs: 1 }])
    throw new Error('roll back')
  })
  await expect(attempt).rejects.toThrow('roll back')
  expect(await countJobs('lost')).toBe(0)
})

it('keeps the job of a transaction that commits, and nobody sees it earlier', async () => {
  await database.prisma.$transaction(async (tx) => {
    await boss.send('kept', { eventId: 'a', note: '中文 "quoted"' }, { db: fromPrisma(tx) })
    expect(await countJobs('kept')).toBe(0)
  })
  const [job] = await boss.fetch<unknown>('kept')
  expect(job?.data).toEqual({ eventId: 'a', note: '中文 "quoted"' })
})

it('wakes a worker at once when a transaction commits', async () => {
  const done: unknown[] = []
  await boss.work('quick', { pollingIntervalSeconds: 30 }, async ([job]) => void done.push(job?.data))
  await database.prisma.$transaction(async (tx) => boss.send('quick', { n: 1 }, { db: fromPrisma(tx) }))
  await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]), 15_000)
})

it('asks for each clock trigger by its clock, also at a second start', async () => {
  await createQueues(boss)
  await createQueues(boss)
  const planned = (await boss.getSchedules()).map(({ name, cron }) => ({ queue: name, cron }))
  const wanted = clockTriggers.map(({ queue, cron }) => ({ queue, cron }))
  expect(new Set(planned)).toEqual(new Set(wanted))
})
