/** /healthz: the process lives. /readyz: it can serve; outside /api because probes, not integrators, read them. */
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { version } from '../build.ts'
import type { DbPool } from '../db/pool.ts'
import { MIGRATIONS, readMigrations } from '../db/migrations.ts'
import { problemOf, readLanguage } from './problem-reply.ts'

export type Readiness = {
  status: 'ready'
  version: string
  databaseVersion: string
  migrations: { applied: number; pending: number }
  /** Age of the oldest job that is due, in seconds; null where no job tables are. */
  queueLag: number | null
  /** Whether the public address encrypts what is sent. */
  transport: 'http' | 'https'
}

const READINESS = `
  SELECT split_part(current_setting('server_version'), ' ', 1) AS "databaseVersion", to_regclass('pgboss.job') IS NOT NULL AS jobs,
         (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS applied`
const QUEUE_LAG = `
  SELECT coalesce(extract(epoch FROM now() - min(start_after)), 0)::int AS lag FROM pgboss.job
  WHERE state IN ('created', 'retry') AND start_after <= now()`

export async function addHealth(app: FastifyInstance, db: DbPool, url: string): Promise<void> {
  const wanted = (await readMigrations(MIGRATIONS)).length
  const transport = url.startsWith('https:') ? 'https' : 'http'
  const open = { config: { open: 'probes ask before anybody signs in' } }
  app.get('/healthz', open, async () => ({ status: 'alive' }))
  app.get('/readyz', open, async (request, reply) => {
    const state = await readState(db).catch(() => undefined)
    if (!state || state.applied < wanted) {
      const caller = { id: request.id, language: readLanguage(request.headers['accept-language']) }
      reply.header('retry-after', 1).type('application/problem+json')
      return reply.code(503).send(problemOf('service.unavailable', caller))
    }
    const { databaseVersion, applied, queueLag } = state
    const migrations = { applied, pending: Math.max(0, wanted - applied) }
    return { status: 'ready', version, databaseVersion, migrations, queueLag, transport } satisfies Readiness
  })
}

type State = { databaseVersion: string; applied: number; queueLag: number | null }

async function readState({ pool, isUp }: DbPool): Promise<State | undefined> {
  if (!isUp()) return undefined
  const { rows } = await pool.query<State & { jobs: boolean }>(READINESS)
  const [row] = rows
  return row && { ...row, queueLag: row.jobs ? await readQueueLag(pool) : null }
}

async function readQueueLag(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ lag: number }>(QUEUE_LAG)
  return rows[0]?.lag ?? 0
}
