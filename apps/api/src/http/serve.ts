/** A contract becomes a route: cross-site gate, caller, right, validation, handler, exact reply. No route exists otherwise. */
import { createHmac } from 'node:crypto'
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import type { Args, Reply, Route } from '@rapport/domain/contract/route.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx, Idempotency, Services } from '../ctx.ts'
import { demand, refuse } from './problems.ts'
import { demandSameSite } from './cross-site.ts'
import { authenticate } from '../access/actor.queries.ts'
import { Replay } from '../db/idempotency.ts'
import { replayFor } from './replays.ts'
import { BASE } from './openapi/document.ts'
import { schemaOf } from './route-schema.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyInstance {
    services: Services
  }
}

export type Handler<R extends Route> = (
  args: Args<R>,
  ctx: Ctx,
  http: { request: FastifyRequest; reply: FastifyReply },
) => Promise<Reply<R>>

const nobody: Actor = {
  kind: 'user',
  userId: null,
  name: '',
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  rules: { rights: {}, scopes: {}, fieldRules: {}, special: [] },
  teamIds: [],
  teamIdsBelow: [],
  primaryTeamId: null,
}

export const serve = <R extends Route>(app: FastifyInstance, route: R, handler: Handler<R>): void => {
  const { services } = app
  const status = route.status ?? 200
  app.route({
    method: route.method,
    url: `${BASE}${route.path}`,
    schema: schemaOf(route),
    config: { contract: route },
    exposeHeadRoute: !route.sends, // a stream would never end
    onRequest: async (request, reply) => {
      demandSameSite(request, services.config.url)
      request.actor = await authenticate(request, services, services.config.url, services.now())
      await app.countRequest(request, reply)
      if (route.access === 'session' && !request.actor) refuse('auth.required')
      if (route.inPerson) demand(request.actor?.kind === 'user')
      if (route.permission) demand(request.actor !== null && may(request.actor, route.permission))
    },
    preValidation: async (request) => demandDeclaredBody(request, route),
    handler: async (request, reply) => {
      const ctx = contextOf(request, services, status)
      const args = { params: request.params, query: request.query, body: request.body } as Args<R>
      try {
        return await answer(reply, route, status, await handler(args, ctx, { request, reply }))
      } catch (error) {
        if (!(error instanceof Replay)) throw error
        const body = await replayFor(ctx, route, error.answer)
        void reply.header('idempotency-replayed', 'true')
        return answer(reply, route, error.answer.status, body)
      }
    },
  })
}

// What takes nothing but the version may come without a body, the version being in `If-Match`; what takes none
// may come with an empty one, which many a client sends along.
const demandDeclaredBody = async (request: FastifyRequest, route: Route): Promise<void> => {
  if (route.upload) return
  if (route.body && request.body === undefined) request.body = {}
  if (route.body || request.body === undefined) return
  const unknown = namesIn(request.body).map((path) => ({ path, code: 'field.unknown' as const }))
  if (unknown.length > 0) refuse('request.malformed', {}, unknown)
}

/** What is no object at all has one, which is empty. */
const namesIn = (body: unknown): string[] =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : ['']

const contextOf = (request: FastifyRequest, services: Services, status: number): Ctx => ({
  actor: request.actor ?? nobody,
  db: services.prisma,
  now: services.now(),
  log: request.log,
  requestId: request.id,
  ip: request.ip,
  ifMatch: versionIn(request.headers['if-match']),
  idempotency: idempotencyOf(request, services, status),
  services,
  cause: null,
})

// A proxy may have weakened the tag, and programs forget the quotes; what is meant is plain in both.
const versionIn = (header: string | undefined): number | null => {
  if (header === undefined) return null
  const digits =
    /^(?:W\/)?("?)v?(\d{1,9})\1$/.exec(header)?.[2] ??
    refuse('request.malformed', {}, [{ path: 'If-Match', code: 'field.invalid' }])
  return Number(digits)
}

const idempotencyOf = (request: FastifyRequest, { secret }: Services, status: number): Idempotency | null => {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || typeof key !== 'string') return null
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    refuse('request.malformed', {}, [{ path: 'Idempotency-Key', code: 'field.invalid' }])
  const { actor } = request
  const principal = actor ? `${actor.apiKeyId ?? actor.userId}` : `address:${request.ip}`
  // With a key, because a body may hold a password, and a plain digest of it could be guessed at leisure.
  const fingerprint = createHmac('sha256', secret)
    .update(`${request.method}\n${request.url}\n${JSON.stringify(request.body) ?? ''}`)
    .digest('base64url')
  return { principal, key, fingerprint, status }
}

const answer = <R extends Route>(reply: FastifyReply, route: R, status: number, body: Reply<R>): unknown => {
  if (reply.sent) return reply
  void reply.code(status)
  if (route.reply === null) return reply.send()
  const record = body as { id?: unknown; version?: unknown } | null
  if (typeof record?.version === 'number') void reply.header('etag', `"v${record.version}"`)
  if (status === 201 && typeof record?.id === 'string')
    void reply.header('location', `${BASE}${route.path}/${record.id}`)
  return body
}
