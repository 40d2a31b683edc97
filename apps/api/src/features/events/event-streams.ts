/**
 * The open streams of this process. An event goes to a stream whose reader may see it at that moment, with the fields he may
 * read then; a stream ends within a second of the session or key that opened it.
 */
import { liveCredentials } from '../../access/live.queries.ts'
import type { Ctx, Services } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { openStream } from '../../http/stream.ts'
import type { FastifyReply } from 'fastify'
import { createTeller, credentialsOf, keyOf, MANY, type Listener } from './tell-streams.ts'

export type EventStreams = {
  /** Errors: 429 when this caller has too many open; 400 for a position that is none. */
  open: (ctx: Ctx, reply: FastifyReply, lastEventId: string | undefined) => Promise<void>
  /** Tells every reader to come back at once, elsewhere or after the restart. */
  endAll: () => void
}

const PER_CALLER = 20
const WATCH_EVERY = 400
const COME_BACK = 500 // ms

export const createEventStreams = (services: Services): EventStreams => {
  const streams = new Set<Listener>()
  const tell = createTeller(services, streams)
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
      if ([...streams].filter(({ ctx: { actor } }) => keyOf(actor) === keyOf(ctx.actor)).length >= PER_CALLER)
        refuse('rate.limited', { seconds: 5 })
      await services.hub.ready()
      const stream = openStream(reply, services.hub.position)
      if (isEnding) return stream.end(COME_BACK)
      const open: Listener = { ctx, stream, waiting: [] }
      const enqueue = tell(open)
      streams.add(open)
      watch ??= setInterval(() => void endDead(services, streams), WATCH_EVERY).unref()
      const endings = [services.hub.subscribe(enqueue), passOnNotices(services, open)]
      stream.onClose(() => {
        for (const end of endings) end()
        streams.delete(open)
        stopWatching()
      })
      // Also for a fresh stream: something may have been committed since the position it starts from was found.
      const from = lastEventId ?? services.hub.position()
      if (from !== null) await services.hub.since(from, MANY + 1).then(enqueue, () => stream.end())
    },
    endAll: () => {
      isEnding = true
      for (const { stream } of streams) stream.end(COME_BACK)
    },
  }
}

// It bears nothing but that there is something: what it is, the reader asks for under his rights.
const passOnNotices = ({ hub }: Services, { ctx, stream }: Listener): (() => void) =>
  hub.subscribePeople((userId) => {
    if (userId === null || userId === ctx.actor.userId)
      stream.send({ event: 'told', id: hub.position(), data: { entity: 'notifications' } })
  })

const endDead = async ({ prisma, now }: Services, streams: Set<Listener>): Promise<void> => {
  const open = [...streams]
  const credentials = credentialsOf(open.map(({ ctx }) => ctx.actor))
  const live = await liveCredentials(prisma, credentials, now()).catch(() => undefined)
  if (!live) return // while the database is away nothing is sent either
  for (const { ctx, stream } of open) if (!live.has(ctx.actor.apiKeyId ?? ctx.actor.sessionId ?? '')) stream.end()
}
