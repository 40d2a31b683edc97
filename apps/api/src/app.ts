/** The application: plugins in order, then one `register` line per room. */
import type { PrismaClient } from '@rapport/prisma'
import Fastify, { type FastifyInstance } from 'fastify'
import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { WEB } from './build.ts'
import type { Config } from './config.ts'
import type { DbPool } from './db/pool.ts'
import { addAccessLog } from './http/access-log.ts'
import { addAvailability } from './http/availability.ts'
import { addHeaders } from './http/headers.ts'
import { addHealth } from './http/health.ts'
import { MAX_CONNECTIONS, serverOptions } from './http/server-options.ts'
import { addSpa } from './http/spa.ts'

export type AppDeps = {
  config: Config
  db: DbPool
  prisma: PrismaClient
  log: Logger
  boss?: PgBoss
  /** The clock, for tests. */
  now?: () => Date
}

/** Builds the application; it does not listen yet. */
export async function buildApp({ config, db, log }: AppDeps): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify(serverOptions(log, config.proxies))
  app.server.maxConnections = MAX_CONNECTIONS
  addAccessLog(app)
  await addHeaders(app, config)
  addAvailability(app, db.isUp)
  await addHealth(app, db, config.url)
  await addSpa(app, WEB)
  return app
}
