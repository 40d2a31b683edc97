/*
 * A server that closes answers what is in flight; then each of those connections must go too. Neither Node nor Fastify
 * sees to that for a request that began before the close: its connection would be kept alive, and the close would wait.
 * Nor for a connection on which nothing was asked yet, as browsers open them in advance: for Node it is never idle.
 */
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const SWEEP_EVERY = 100

export function addDrain(app: FastifyInstance): void {
  let closing = false
  const unused = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.server.on('request', ({ socket }) => unused.delete(socket))
  const sweep = () => {
    app.server.closeIdleConnections()
    for (const socket of unused) if (socket.bytesRead === 0) socket.destroy()
  }
  app.addHook('preClose', async () => {
    closing = true
    const sweeping = setInterval(sweep, SWEEP_EVERY)
    app.server.once('close', () => clearInterval(sweeping))
    if (!app.server.listening) clearInterval(sweeping)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
