/** How the HTTP server treats connections: every wait has an end and every size a limit. */
import { randomUUID } from 'node:crypto'
import { type FastifyBaseLogger, type FastifyHttpOptions, LogController } from 'fastify'
import type { Server } from 'node:http'
import { answerBadTarget, answerClientError } from './client-error.ts'

const KiB = 1024
export const MAX_CONNECTIONS = 2_000

/** `proxies` are the addresses whose X-Forwarded-For counts. */
export function serverOptions(
  log: FastifyBaseLogger,
  proxies: string[],
): FastifyHttpOptions<Server, FastifyBaseLogger> {
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }), // one line a request: access-log.ts
    genReqId: () => randomUUID(),
    requestIdHeader: false, // a caller's own would let it write into our log
    trustProxy: proxies.length > 0 && proxies,
    bodyLimit: 1024 * KiB,
    requestTimeout: 300_000, // the whole request, an upload of 100 MiB included
    connectionTimeout: 120_000, // a connection on which nothing moves
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: 16 * KiB, headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerBadTarget,
  }
}
