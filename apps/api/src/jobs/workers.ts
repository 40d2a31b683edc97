/** What runs in the background: each room's reactions, their queues made on start and worked on with heartbeats. */
import type { Job, JobResult, PgBoss } from 'pg-boss'
import { systemCtx } from '../access/system.ts'
import type { Log, Services } from '../ctx.ts'
import type { Apart } from './apart.ts'
import { queueDefaults, workDefaults, workShort } from './boss.ts'
import { workers } from './reactions.ts'
import { clockTriggers } from './schedule.ts'
import type { JobData } from './worker.ts'

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

/** Works on the queues until the boss stops, heavy jobs `apart`. A job that throws runs again, by the rules of its queue. */
export const startWorkers = async (boss: PgBoss, services: Services, log: Log, apart: Apart): Promise<void> => {
  await createQueues(boss)
  for (const { queue, work, isHeavy, isShort } of workers) {
    const run = (data: JobData) => (isHeavy ? apart.run(queue, data) : work(services, data, log))
    if (isShort) await boss.work(queue, workShort, (jobs: Job<JobData>[]) => runEach(jobs, run))
    else
      await boss.work<JobData>(queue, workDefaults, async (jobs) => {
        for (const { data } of jobs) await run(data)
      })
  }
  for (const { queue, run } of clockTriggers)
    await boss.work(queue, workDefaults, async () => {
      await run(systemCtx(services, log, queue))
    })
}

/** One after the other; one that throws takes none of the others with it. */
export const runEach = async (
  jobs: readonly Job<JobData>[],
  run: (data: JobData) => Promise<void>,
): Promise<JobResult[]> => {
  const results: JobResult[] = []
  for (const { id, data } of jobs)
    results.push(
      await run(data).then(
        () => ({ id, status: 'completed' as const }),
        (error: unknown) => ({ id, status: 'failed' as const, output: { message: String(error) } }),
      ),
    )
  return results
}
