/**
 * Tells this process's open streams which events have just been committed. A notice comes with the commit and is passed on
 * at once; behind it follows the position up to which every transaction has ended, and what a lost notice concealed is
 * looked up there. A stream that resumes at a position may hear something twice and misses nothing.
 */
import type { PrismaClient } from '@rapport/prisma'
import { listenTo, type Listener } from '../db/listen.ts'
import { CHANNEL, PERSON } from './record.ts'

export type Hub = {
  /** Calls back with the ids of events just committed; returns the end of it. */
  subscribe: (onEvents: (ids: readonly string[]) => void) => () => void
  /** Calls back with whom something was told, null when that may have been anybody; returns the end of it. */
  subscribePeople: (onPerson: (userId: string | null) => void) => () => void
  /** Where a stream may resume that has heard everything so far; null before `ready`. */
  position: () => string | null
  /** Finds the position if there is none yet. */
  ready: () => Promise<void>
  /** Ids of the events since a position, oldest first, at most `limit`. */
  since: (position: string, limit: number) => Promise<string[]>
  close: () => Promise<void>
}

const GATHER = 40 // ms; events that are committed together are passed on together
const LOOK_AGAIN = 500 // ms; while a transaction runs that may have written before what has been heard
// More than that has been missed only after a long absence; streams then ask again for everything.
const SCAN = 5_000

/** Opens its connection with the first subscriber. */
export const createHub = (url: string, prisma: PrismaClient): Hub => {
  const subscribers = createCircle<readonly string[]>()
  const people = createCircle<string | null>()
  const scout = createScout(prisma, (ids) => {
    if (ids.length > 0) subscribers.tell(ids)
  })
  const watch = createWatch(async () => (await scout.look()) && subscribers.size() > 0)
  const onNotice = (said: string) => {
    if (said.startsWith(PERSON)) return people.tell(said.slice(PERSON.length))
    scout.hear(said)
    watch.lookIn(GATHER)
  }
  const onListening = () => {
    watch.lookIn(0)
    people.tell(null)
  }
  let listener: Listener | null = null
  return {
    subscribe: (onEvents) => {
      listener ??= listenTo(url, CHANNEL, { onNotice, onListening })
      return subscribers.add(onEvents)
    },
    subscribePeople: people.add,
    position: scout.position,
    ready: async () => {
      if (scout.position() === null) await scout.look()
    },
    since: (from, limit) => findSince(prisma, from, limit),
    close: async () => {
      subscribers.clear()
      people.clear()
      watch.end()
      await listener?.close()
    },
  }
}

const createCircle = <Told>() => {
  const all = new Set<(told: Told) => void>()
  return {
    add: (onTold: (told: Told) => void) => {
      all.add(onTold)
      return () => void all.delete(onTold)
    },
    tell: (told: Told) => {
      for (const onTold of all) onTold(told)
    },
    size: () => all.size,
    clear: () => all.clear(),
  }
}

/** Looks after a while, once for each length of it, and again later as long as `look` says so. */
const createWatch = (look: () => Promise<boolean>) => {
  const timers = new Map<number, NodeJS.Timeout>()
  const lookIn = (ms: number) => {
    if (timers.has(ms)) return
    const lookNow = async () => {
      timers.delete(ms)
      if (await look()) lookIn(LOOK_AGAIN)
    }
    timers.set(ms, setTimeout(() => void lookNow(), ms).unref())
  }
  return { lookIn, end: () => timers.forEach(clearTimeout) }
}

/** What has been heard, what has been told ahead of the position, and the position itself. */
const createScout = (prisma: PrismaClient, tell: (ids: readonly string[]) => void) => {
  const heard = new Set<string>()
  const toldAhead = new Set<string>()
  let position: string | null = null
  let looking = Promise.resolve(false)
  const look = async (): Promise<boolean> => {
    // Each notice is told, also the second of one event: what it tells of went on, perhaps while something else still runs.
    const noticed = [...heard]
    heard.clear()
    for (const id of noticed) toldAhead.add(id)
    tell(noticed)
    const { horizon, ids, open } = await findBetween(prisma, position)
    tell(ids.filter((id) => !toldAhead.has(id)))
    if (ids.length === SCAN) toldAhead.clear()
    for (const id of ids) toldAhead.delete(id)
    // Whatever has been noticed is found by now.
    if (!open) toldAhead.clear()
    position = horizon
    return open
  }
  return {
    hear: (id: string) => void heard.add(id),
    position: () => position,
    /** True when it is worth looking again: something runs that the position stays behind, or the database is away. */
    look: () => (looking = looking.then(look).catch(() => true)),
  }
}

/** The events that no running transaction can come before, from a position on; the next position; whether any runs. */
const findBetween = async (prisma: PrismaClient, from: string | null) => {
  const [row] = await prisma.$queryRaw<{ horizon: string; ids: string[]; open: boolean }[]>`
    with now as (select pg_snapshot_xmin(snapshot)::text::bigint as horizon, pg_snapshot_xmin(snapshot) <> pg_snapshot_xmax(snapshot) as open
      from pg_current_snapshot() as snapshot)
    select horizon::text, open, coalesce((select array_agg(id::text) from (
      select event.id from events event where event.xid >= ${from}::bigint and event.xid < now.horizon order by event.xid, event.id limit ${SCAN}
    ) found), '{}') as ids from now`
  return row ?? { horizon: from, ids: [], open: true }
}

const findSince = async (prisma: PrismaClient, from: string, limit: number): Promise<string[]> => {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    select id from events where xid >= ${from}::bigint order by xid, id limit ${limit}`
  return rows.map(({ id }) => id)
}
