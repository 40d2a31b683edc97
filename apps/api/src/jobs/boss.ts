/** The queue, in the same database: a job commits and rolls back with the change that asked for it. */
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'

/** For `boss.send(queue, data, { db: fromPrisma(tx) })`, which puts the job into the transaction. */
export { fromPrisma } from 'pg-boss'

/** What every queue is made with: a job whose worker died runs again after about ten seconds; done ones go after an hour. */
export const queueDefaults = {
  heartbeatSeconds: 10,
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  notify: true,
  deleteAfterSeconds: 3_600, // the supervisor counts the whole table, so what is done must leave it
}

/**
 * What every `boss.work` is called with. A new job wakes its worker, but one that runs again does not: without the
 * second number such a job would wait for half a minute.
 */
export const workDefaults = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 }

/**
 * For short jobs, several at a time and on and on while there are more: one by one, each waits for the next look into its queue,
 * and ten thousand notices take three hours.
 */
export const workShort = { ...workDefaults, batchSize: 20, burstWhenBatchFull: true, perJobResults: true } as const

/** Puts jobs into queues and works on none. Not started yet. */
export function createSender(connectionString: string, log: Logger): PgBoss {
  const boss = new PgBoss({ connectionString, max: 1, migrate: false, supervise: false, schedule: false })
  return boss.on('error', (err) => log.warn({ err }, 'job queue'))
}

const CONNECTIONS = 4

/** Not started yet. It keeps its tables in the schema `pgboss` and outlives an absent database. */
export function createBoss(url: string, log: Logger): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'rapport jobs',
    max: CONNECTIONS,
    connectionTimeoutMillis: 2_000,
    useListenNotify: true,
    superviseIntervalSeconds: 2, // how late a silent worker is noticed
    monitorIntervalSeconds: 1, // shorter, or every other round finds that it is not due yet
  })
  boss.on('error', (err) => log.warn({ err }, 'job queue'))
  boss.on('warning', () => log.warn('job queue warns of its load'))
  return boss
}
