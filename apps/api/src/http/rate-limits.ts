/**
 * How often somebody may ask within a minute: counted per session or key, and per address where nobody is signed in. In the
 * memory of each process, because it shields this process; guesses of passwords are counted in the database (throttle).
 */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './problems.ts'

const MINUTE = 60_000
// A person has a session of his own, an address may be a whole office: but who has not signed in has little to ask.
const SHARE_OF_STRANGERS = 10

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts this request and says in the headers what is left. Errors: 429 `rate.limited` with the seconds to wait. */
    countRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
  }
}

/** `perMinute` holds for each session and key; an address without one gets a tenth. */
export async function addRateLimits(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, { global: false })
  const count = app.createRateLimit({
    timeWindow: MINUTE,
    max: ({ actor }) => (actor ? perMinute : Math.ceil(perMinute / SHARE_OF_STRANGERS)),
    keyGenerator: (request) => principalOf(request),
  })
  app.decorate('countRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const counted = await count(request)
    if (counted.isAllowed) return
    const { max, remaining, ttlInSeconds } = counted
    reply.headers({ 'ratelimit-limit': max, 'ratelimit-remaining': remaining, 'ratelimit-reset': ttlInSeconds })
    if (counted.isExceeded) refuse('rate.limited', { seconds: ttlInSeconds })
  })
}

const principalOf = ({ actor, ip }: FastifyRequest): string =>
  actor ? `${actor.kind}:${actor.apiKeyId ?? actor.sessionId ?? actor.userId}` : rateLimit.normalizeIP(ip)
