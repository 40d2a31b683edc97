/*
 * A server that closes answers what is in flight; then each of those connections must go too. Neither Node nor Fastify
 * sees to that for a request that began before the close: its connection would be kept alive, and the close would wait.
 */
import type { FastifyInstance } from 'fastify'

const SWEEP_EVERY = 100

export function addDrain(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_EVERY)
    app.server.once('close', () => clearInterval(sweep))
    if (!app.server.listening) clearInterval(sweep)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
