/**
 * The open streams of this process. An event goes to a stream whose reader may see it at that moment, with the fields he may
 * read then; a stream ends within a second of the session or key that opened it.
 */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { loadActor } from '../../access/actor.queries.ts'
import { liveCredentials } from '../../access/live.queries.ts'
import type { Ctx, Services } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { openStream, type Stream } from '../../http/stream.ts'
import type { FastifyReply } from 'fastify'
import { visibleEvents } from './events.queries.ts'

type Open = { actor: Actor; stream: Stream; enqueue: (ids: readonly string[]) => void }
export type EventStreams = {
  /** Errors: 429 when this caller has too many open; 400 for a position that is none. */
  open: (ctx: Ctx, reply: FastifyReply, lastEventId: string | undefined) => Promise<void>
  /** Tells every reader to come back at once, elsewhere or after the restart. */
  endAll: () => void
}

const PAGE = 200
/** More than this at once is not told one by one: the reader asks again for everything. */
const MANY = 1_000
const PER_CALLER = 20
const WATCH_EVERY = 400
const COME_BACK = 500 // ms

export const createEventStreams = (services: Services): EventStreams => {
  const streams = new Set<Open>()
  let watch: NodeJS.Timeout | undefined
  let isEnding = false
  const stopWatching = () => {
    if (streams.size > 0) return
    clearInterval(watch)
    watch = undefined
  }
  return {
    open: async (ctx, reply, lastEventId) => {
      if (lastEventId !== undefined && !/^\d{1,19}$/.test(lastEventId))
        refuse('request.malformed', {}, [{ path: 'Last-Event-ID', code: 'field.invalid' }])
      if ([...streams].filter(({ actor }) => keyOf(actor) === keyOf(ctx.actor)).length >= PER_CALLER)
        refuse('rate.limited', { seconds: 5 })
      await services.hub.ready()
      const stream = openStream(reply, services.hub.position)
      if (isEnding) return stream.end(COME_BACK)
      const open: Open = { actor: ctx.actor, stream, enqueue: pump(ctx, stream) }
      streams.add(open)
      watch ??= setInterval(() => void endDead(services, streams), WATCH_EVERY).unref()
      const unsubscribe = services.hub.subscribe(open.enqueue)
      stream.onClose(() => {
        unsubscribe()
        streams.delete(open)
        stopWatching()
      })
      // Also for a fresh stream: something may have been committed since the position it starts from was found.
      const from = lastEventId ?? services.hub.position()
      if (from !== null) await services.hub.since(from, MANY + 1).then(open.enqueue, () => stream.end())
    },
    endAll: () => {
      isEnding = true
      for (const { stream } of streams) stream.end(COME_BACK)
    },
  }
}

const keyOf = ({ userId, apiKeyId }: Actor) => apiKeyId ?? userId

const endDead = async ({ prisma, now }: Services, streams: Set<Open>): Promise<void> => {
  const open = [...streams]
  const sessionIds = open.flatMap(({ actor }) => actor.sessionId ?? [])
  const apiKeyIds = open.flatMap(({ actor }) => actor.apiKeyId ?? [])
  const live = await liveCredentials(prisma, { sessionIds, apiKeyIds }, now()).catch(() => undefined)
  if (!live) return // while the database is away nothing is sent either
  for (const { actor, stream } of open) if (!live.has(actor.apiKeyId ?? actor.sessionId ?? '')) stream.end()
}

/** Sends what is put in, in order, one page at a time, each under the reader's rights at that moment. */
const pump = (ctx: Ctx, stream: Stream): ((ids: readonly string[]) => void) => {
  let waiting: string[] = []
  let sending = false
  let closed = false
  stream.onClose(() => (closed = true))
  const sendAll = async () => {
    while (waiting.length > 0 && !closed) {
      const tooMany = waiting.length > MANY
      const ids = tooMany ? [] : waiting.slice(0, PAGE)
      waiting = tooMany ? [] : waiting.slice(PAGE)
      const position = ctx.services.hub.position()
      if (tooMany) stream.send({ event: 'missed', id: position, data: {} })
      else for (const event of await eventsFor(ctx, ids)) stream.send({ id: position, data: event })
    }
  }
  return (ids) => {
    waiting.push(...ids)
    if (sending) return
    sending = true
    void sendAll()
      .catch(() => stream.end()) // the reader comes back and resumes where he was
      .finally(() => (sending = false))
  }
}

const eventsFor = async (ctx: Ctx, ids: readonly string[]) => {
  const { services, actor } = ctx
  const now = services.now()
  const sessionIds = actor.sessionId ? [actor.sessionId] : []
  const apiKeyIds = actor.apiKeyId ? [actor.apiKeyId] : []
  const live = await liveCredentials(services.prisma, { sessionIds, apiKeyIds }, now)
  const reader = live.size > 0 && actor.userId ? await loadActor(services, actor.userId, actor.apiKeyId ?? null) : null
  return reader ? visibleEvents({ ...ctx, actor: reader, now }, ids) : []
}
