/** While the database is away the API answers 503 at once, instead of letting requests queue for it. */
import type { FastifyInstance } from 'fastify'
import { problemOf, readLanguage } from './problem-reply.ts'

const RETRY_AFTER = 1 // seconds; it is looked for four times a second

export function addAvailability(app: FastifyInstance, isUp: () => boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isUp() || !request.url.startsWith('/api/')) return
    const caller = { id: request.id, language: readLanguage(request.headers['accept-language']) }
    reply.header('retry-after', RETRY_AFTER).type('application/problem+json')
    return reply.code(503).send(problemOf('service.unavailable', caller))
  })
}
