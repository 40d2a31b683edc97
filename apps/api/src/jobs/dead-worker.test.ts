import { spawn } from 'node:child_process'
import path from 'node:path'
import { pino } from 'pino'
import { expect, it, vi } from 'vitest'
import { useDatabase } from '../test/database.ts'
import { createBoss, queueDefaults, workDefaults } from './boss.ts'

const database = useDatabase()

/** A worker in a process of its own that takes a job, says so, and never finishes it. */
async function takeAndHold(): Promise<() => void> {
  const script = `import(${JSON.stringify(path.join(import.meta.dirname, 'boss.ts'))}).then(async ({ createBoss }) => {
    const boss = createBoss(${JSON.stringify(database.url)}, console)
    await boss.start()
    await boss.work('held', () => { process.send('taken'); return new Promise(() => {}) }) })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise((resolve) => child.once('message', resolve))
  return () => void child.kill('SIGKILL')
}

it('runs the job of a killed worker again, once [F10]', { timeout: 40_000 }, async () => {
  const boss = createBoss(database.url, pino({ level: 'silent' }))
  await boss.start()
  await boss.createQueue('held', queueDefaults)
  await boss.send('held', { eventId: 'a' })
  const kill = await takeAndHold()
  const done: unknown[] = []
  await boss.work('held', workDefaults, async ([job]) => void done.push(job?.data))
  kill()
  await vi.waitFor(() => expect(done).toEqual([{ eventId: 'a' }]), { timeout: 30_000, interval: 100 })
  await vi.waitFor(async () => expect(await boss.findJobs('held')).toMatchObject([{ state: 'completed' }]), 10_000)
  await boss.stop()
  expect(done).toHaveLength(1)
})
