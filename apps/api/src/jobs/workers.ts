/** What runs in the background: each room's reactions, their queues made on start and worked on with heartbeats. */
import type { PgBoss } from 'pg-boss'
import { systemCtx } from '../access/system.ts'
import type { Log, Services } from '../ctx.ts'
import { importWorkers } from '../features/imports/imports.jobs.ts'
import { queueDefaults, workDefaults } from './boss.ts'
import { clockTriggers } from './schedule.ts'
import type { JobData, Worker } from './worker.ts'

const workers: readonly Worker[] = [...importWorkers]

/** Makes the queues, without which nothing can be put into them. */
export const createQueues = async (boss: PgBoss): Promise<void> => {
  for (const { queue, options } of workers) {
    const settings = { ...queueDefaults, ...options }
    await boss.createQueue(queue, settings)
    await boss.updateQueue(queue, settings) // an older installation made it with other settings
  }
  for (const { queue, cron } of clockTriggers) {
    await boss.createQueue(queue, { ...queueDefaults, policy: 'exclusive' }) // one at a time, however late it is
    await boss.schedule(queue, cron)
  }
}

/** Works on the queues until the boss stops. A job that throws runs again, by the rules of its queue. */
export const startWorkers = async (boss: PgBoss, services: Services, log: Log): Promise<void> => {
  await createQueues(boss)
  for (const { queue, work } of workers) {
    await boss.work<JobData>(queue, workDefaults, async (jobs) => {
      for (const { data } of jobs) await work(services, data, log)
    })
  }
  for (const { queue, run } of clockTriggers)
    await boss.work(queue, workDefaults, async () => {
      await run(systemCtx(services, log, queue))
    })
}
