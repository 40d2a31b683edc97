/** The application: plugins in order, then one `register` line per room. */
import type { PrismaClient } from '@rapport/prisma'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { version, WEB } from './build.ts'
import type { Config } from './config.ts'
import type { DbPool } from './db/pool.ts'
import { addAccessLog } from './http/access-log.ts'
import { addAvailability } from './http/availability.ts'
import { addContractGuard } from './http/contracts.ts'
import { addDrain } from './http/drain.ts'
import { addHeaders } from './http/headers.ts'
import { addHealth } from './http/health.ts'
import { addRateLimits } from './http/rate-limits.ts'
import { MAX_CONNECTIONS, serverOptions } from './http/server-options.ts'
import { addSpa } from './http/spa.ts'
import { installBody } from './http/body.ts'
import { exactSerializer } from './http/exact-reply.ts'
import { installErrors } from './http/errors.ts'
import { installOpenApi } from './http/openapi/install.ts'
import { validatorCompiler } from './http/validation.ts'
import { registerRooms } from './rooms.ts'
import { createServices } from './services.ts'

export type AppDeps = {
  config: Config
  db: DbPool
  prisma: PrismaClient
  log: Logger
  boss?: PgBoss
  /** The clock, for tests. */
  now?: () => Date
  /** What /setup asks for; null where the server listens on loopback alone. */
  setupToken?: string | null
}

/** Builds the application; it does not listen yet. */
export async function buildApp({
  config,
  db,
  prisma,
  log,
  boss,
  now = () => new Date(),
  setupToken = null,
}: AppDeps): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify(serverOptions(log, config.proxies))
  app.server.maxConnections = MAX_CONNECTIONS
  addContractGuard(app)
  addAccessLog(app)
  addDrain(app)
  await addHeaders(app, config)
  addAvailability(app, db.isUp)
  await addHealth(app, db, config.url)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(exactSerializer)
  await app.register(cookie)
  installBody(app)
  installErrors(app)
  const services = await createServices({ config, db, prisma, boss, now, setupToken })
  app.addHook('onClose', services.hub.close)
  app.decorate('services', services)
  app.decorateRequest('actor', null)
  await addRateLimits(app, config.rateLimit)
  await installOpenApi(app, version, config.url)
  registerRooms(app)
  await addSpa(app, WEB)
  return app
}
