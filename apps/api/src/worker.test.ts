import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { anActivity } from '@rapport/prisma/factories/activities.ts'
import { pino } from 'pino'
import { afterAll, expect, it, vi } from 'vitest'
import { createBoss } from './jobs/boss.ts'
import { createQueues } from './jobs/workers.ts'
import { useDatabase } from './test/database.ts'

const database = useDatabase()
const home = mkdtempSync(path.join(tmpdir(), 'rapport-worker-'))
let worker: ChildProcess | undefined
afterAll(() => {
  worker?.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

/** The first line that a process of jobs of its own says. */
const startWorker = async (): Promise<string> => {
  worker = spawn(process.execPath, [path.join(import.meta.dirname, 'worker.ts')], {
    env: { DATABASE_URL: database.url, RAPPORT_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: worker.stdout! }), 'line')) as [string]
  return line
}

it('works on the jobs that servers leave to it, and ends when told to', { timeout: 60_000 }, async () => {
  const boss = createBoss(database.url, pino({ level: 'silent' }))
  await boss.start()
  await createQueues(boss)
  const longAgo = new Date(Date.now() - 30 * 86_400_000)
  const { id } = await anActivity(database.prisma, { status: 'planned', plannedStart: longAgo, plannedEnd: longAgo })
  await boss.send('clock.missActivities', {})
  const statusOf = async () => (await database.prisma.activity.findUniqueOrThrow({ where: { id } })).status
  expect(await statusOf()).toBe('planned')
  expect(await startWorker()).toContain('Rapport works on background jobs')
  await vi.waitFor(async () => expect(await statusOf()).toBe('missed'), { timeout: 20_000, interval: 100 })
  worker!.kill('SIGTERM')
  expect(await once(worker!, 'exit')).toEqual([0, null])
  await boss.stop()
})
