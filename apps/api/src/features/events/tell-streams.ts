/**
 * What waits at open streams, sent round by round: their rights are looked up together, and all streams of one person hear the same
 * answer. An event costs as many questions as people listen, a few at a time, and whoever asks for a page still gets a connection.
 */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { loadActor, loadActors } from '../../access/actor.queries.ts'
import { liveCredentials } from '../../access/live.queries.ts'
import type { Ctx, Services } from '../../ctx.ts'
import type { Stream } from '../../http/stream.ts'
import { sql } from '../../records/record-set.ts'
import { entitiesOf, visibleEvents } from './events.queries.ts'

/** An open stream, and the ids of the events it has yet to be told. */
export type Listener = { ctx: Ctx; stream: Stream; waiting: string[] }

const PAGE = 200
/** More than this at once is not told one by one: the reader asks again for everything. */
export const MANY = 1_000
const AT_ONCE = 4

/** A person or a key. */
export const keyOf = ({ userId, apiKeyId }: Actor): string | null => apiKeyId ?? userId

/** Returns what tells a stream of events: in order, under its reader's rights at that moment. */
export const createTeller = (services: Services, listeners: ReadonlySet<Listener>) => {
  const due = () => [...listeners].filter(({ waiting }) => waiting.length > 0)
  let isTelling = false
  const tell = () => {
    if (isTelling) return
    isTelling = true
    void tellAll()
      .catch(() => listeners.forEach(({ stream }) => stream.end())) // they come back and resume where they were
      .finally(() => {
        isTelling = false
        if (due().length > 0) tell()
      })
  }
  const tellAll = async () => {
    await Promise.resolve() // all of them are given an event before the first is told
    for (let round = due(); round.length > 0; round = due()) await tellRound(services, round)
  }
  return (one: Listener) => (ids: readonly string[]) => {
    one.waiting.push(...ids)
    tell()
  }
}

type Told = { one: Listener; ids: string[] }

const tellRound = async (services: Services, round: readonly Listener[]): Promise<void> => {
  const position = services.hub.position()
  const told: Told[] = []
  for (const one of round) {
    if (one.waiting.length <= MANY) told.push({ one, ids: one.waiting.splice(0, PAGE) })
    else {
      one.waiting.length = 0
      one.stream.send({ event: 'missed', id: position, data: {} })
    }
  }
  const groups = await groupsOf(services, told).catch(() => null)
  // Whom nothing can be told comes back and resumes where he was.
  if (!groups) return told.forEach(({ one }) => one.stream.end())
  await each(groups, async ({ ctx, ids, entities, streams }) => {
    const events = await visibleEvents(ctx, ids, entities).catch(() => null)
    for (const stream of streams) {
      if (events) for (const event of events) stream.send({ id: position, data: event })
      else stream.end()
    }
  })
}

type Group = { ctx: Ctx; ids: readonly string[]; entities: readonly string[]; streams: Stream[] }

// Whose session or key has ended meanwhile is in none of them: his stream is about to end.
const groupsOf = async (services: Services, told: readonly Told[]): Promise<Group[]> => {
  const now = services.now()
  const live = await liveCredentials(services.prisma, credentialsOf(told.map(({ one }) => one.ctx.actor)), now)
  const heard = told.filter(({ one: { ctx } }) => live.has(ctx.actor.apiKeyId ?? ctx.actor.sessionId ?? ''))
  const [first] = heard
  if (!first) return []
  const readers = await readersOf(services, first.one.ctx, heard)
  const entities = await entitiesOf(first.one.ctx, [...new Set(heard.flatMap(({ ids }) => ids))])
  const groups = new Map<string, Group>()
  for (const { one, ids } of heard) {
    const actor = readers.get(keyOf(one.ctx.actor))
    if (!actor) continue
    const place = [keyOf(actor), ...ids].join(' ')
    const group = groups.get(place) ?? { ctx: { ...one.ctx, actor, now }, ids, entities, streams: [] }
    groups.set(place, group)
    group.streams.push(one.stream)
  }
  return [...groups.values()]
}

/** Sessions and keys by which these came in. */
export const credentialsOf = (actors: readonly Actor[]) => ({
  sessionIds: actors.flatMap(({ sessionId }) => sessionId ?? []),
  apiKeyIds: actors.flatMap(({ apiKeyId }) => apiKeyId ?? []),
})

type Readers = Map<string | null, Actor>

const readersOf = async (services: Services, ctx: Ctx, told: readonly Told[]): Promise<Readers> => {
  const actors = told.map(({ one }) => one.ctx.actor)
  const people = [...new Set(actors.flatMap(({ userId, apiKeyId }) => (userId && !apiKeyId ? [userId] : [])))]
  const found = people.length > 0 ? await loadActors(ctx, sql`select unnest(${people}::uuid[]) as id`) : []
  const keys = new Map(actors.flatMap((actor) => (actor.apiKeyId ? [[actor.apiKeyId, actor] as const] : [])))
  await each([...keys.values()], async ({ userId, apiKeyId }) => {
    const reader = userId && apiKeyId ? await loadActor(services, userId, apiKeyId) : null
    if (reader) found.push(reader)
  })
  return new Map(found.map((actor) => [keyOf(actor), actor]))
}

/** A few at a time. */
const each = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const left = [...items]
  const takeOn = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeOn))
}
