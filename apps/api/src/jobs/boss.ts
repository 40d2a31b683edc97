/** The queue, in the same database: a job commits and rolls back with the change that asked for it. */
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'

/** For `boss.send(queue, data, { db: fromPrisma(tx) })`, which puts the job into the transaction. */
export { fromPrisma } from 'pg-boss'

/** What every queue is made with: a job whose worker died runs again after about ten seconds. */
export const queueDefaults = { heartbeatSeconds: 10, retryLimit: 5, retryDelay: 1, retryBackoff: true, notify: true }

const CONNECTIONS = 4

/** Not started yet. It keeps its tables in the schema `pgboss` and outlives an absent database. */
export function createBoss(url: string, log: Logger): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'rapport jobs',
    max: CONNECTIONS,
    connectionTimeoutMillis: 2_000,
    useListenNotify: true,
    superviseIntervalSeconds: 2, // how late a dead worker is noticed
    monitorIntervalSeconds: 2,
  })
  boss.on('error', (err) => log.warn({ err }, 'job queue'))
  boss.on('warning', () => log.warn('job queue warns of its load'))
  return boss
}
