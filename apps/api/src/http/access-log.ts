/** One line a request, naming the route and never the address, whose parameters may be somebody's. */
import type { FastifyInstance } from 'fastify'

export function addAccessLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode: status } = reply
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    request.log[status >= 500 ? 'error' : 'info'](line, 'request')
  })
}
