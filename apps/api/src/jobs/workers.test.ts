import { Writable } from 'node:stream'
import type { Job } from 'pg-boss'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createLogger } from '../http/logger.ts'
import { useDatabase } from '../test/database.ts'
import { createBoss, queueDefaults, workShort } from './boss.ts'
import type { JobData } from './worker.ts'
import { runEach } from './workers.ts'

const database = useDatabase()
const boss = () => createBoss(database.url, createLogger(new Writable({ write: (_line, _encoding, done) => done() })))
let running: ReturnType<typeof boss>

beforeAll(async () => {
  running = boss()
  await running.start()
  await running.createQueue('short', { ...queueDefaults, retryLimit: 0 })
})
afterAll(() => running.stop())

it('goes on with short jobs while there are more, and one that throws takes no other with it', async () => {
  const ids = Array.from({ length: 90 }, (_, at) => String(at))
  await running.insert(
    'short',
    ids.map((eventId) => ({ data: { eventId } })),
  )
  const batches: number[] = []
  const done: string[] = []
  const run = async ({ eventId }: JobData) => {
    if (eventId === '7') throw new Error('seven')
    done.push(eventId)
  }
  await running.work('short', workShort, (jobs: Job<JobData>[]) => {
    batches.push(jobs.length)
    return runEach(jobs, run)
  })
  await vi.waitFor(() => expect(done).toHaveLength(89), 20_000)
  await vi.waitFor(async () => {
    const states = (await running.findJobs<JobData>('short')).map(({ data, state }) => [data.eventId, state] as const)
    expect(new Map(states)).toEqual(new Map(ids.map((id) => [id, id === '7' ? 'failed' : 'completed'])))
  }, 20_000)
  expect(batches.slice(0, 5)).toEqual([20, 20, 20, 20, 10])
})
