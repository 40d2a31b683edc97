/*
 * Fails fast while the database is away, so that a request gets its 503 at once instead of queueing for a connection.
 * Any sign of trouble leads to a probe on a connection of its own; only the probe decides, because one broken
 * connection is not a broken database.
 */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const PROBE_EVERY = 250
const PROBE_TIMEOUT = 1_500
const SLOW = 1_500 // a connection in use for longer may mean a database that stands still
const WATCH_EVERY = 500

/** What checking out a connection fails with while the database is away. */
export class DatabaseAway extends Error {
  constructor() {
    super('The database is away')
  }
}

type Verdict = 'up' | 'silent' | 'away'
type OnConnect = (error: Error | undefined, client: pg.PoolClient | undefined, release: () => void) => void

/** Puts the guard on the pool; returns its state and its end. */
export function guardPool(pool: pg.Pool, url: string, log: (text: string) => void) {
  const inUse = trackUse(pool)
  const listeners: (() => void)[] = []
  const onChange = (up: boolean) => log(up ? 'The database is back' : 'The database is away')
  const onAway = () => {
    for (const client of inUse.keys()) void client.end() // what they wait for will not come
    for (const listener of listeners) listener()
  }
  const { isUp, suspect, stop } = watchOver(() => probe(url), onChange, onAway)

  pool.on('error', suspect)
  pool.on('connect', (client) => client.on('error', suspect))
  failFast(pool, isUp, suspect)
  const watch = setInterval(() => {
    if ([...inUse.values()].some((since) => Date.now() - since > SLOW)) suspect()
  }, WATCH_EVERY).unref()
  return {
    isUp,
    onAway: (listener: () => void) => void listeners.push(listener),
    stop: () => {
      clearInterval(watch)
      stop()
    },
  }
}

/** Probes when told of trouble, and while the database is away until it is not. */
function watchOver(ask: () => Promise<Verdict>, onChange: (up: boolean) => void, onAway: () => void) {
  let up = true
  let probing = false
  let stopped = false
  const judge = (verdict: Verdict) => {
    const isUp = verdict === 'up'
    if (up !== isUp) onChange(isUp)
    up = isUp
    if (!up) onAway()
  }
  const probeUntilUp = async () => {
    let verdict = await ask()
    if (verdict === 'silent') verdict = await ask() // once may be this process, too busy to read the answer
    judge(verdict)
    while (!up && !stopped) {
      await wait(PROBE_EVERY)
      judge(await ask())
    }
  }
  const suspect = () => {
    if (probing || stopped) return
    probing = true
    void probeUntilUp().finally(() => (probing = false))
  }
  return { isUp: () => up, suspect, stop: () => void (stopped = true) }
}

/** Which connections are checked out, and since when. */
function trackUse(pool: pg.Pool): Map<pg.PoolClient, number> {
  const inUse = new Map<pg.PoolClient, number>()
  pool.on('acquire', (client) => inUse.set(client, Date.now()))
  pool.on('release', (_error, client) => inUse.delete(client))
  pool.on('remove', (client) => inUse.delete(client))
  return inUse
}

/** Replaces `connect`, which pool.query and Prisma go through as well. */
function failFast(pool: pg.Pool, isUp: () => boolean, onTrouble: () => void): void {
  const connect = pool.connect.bind(pool)
  const connectOrFail = (callback: OnConnect) => {
    if (!isUp()) return callback(new DatabaseAway(), undefined, () => undefined)
    connect((error, client, release) => {
      if (error) onTrouble()
      callback(error, client, release)
    })
  }
  const withPromise = () =>
    new Promise<pg.PoolClient>((resolve, reject) =>
      connectOrFail((error, client) => (client ? resolve(client) : reject(error))),
    )
  pool.connect = ((callback?: OnConnect) => (callback ? connectOrFail(callback) : withPromise())) as typeof pool.connect
}

async function probe(url: string): Promise<Verdict> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'rapport probe',
    connectionTimeoutMillis: PROBE_TIMEOUT,
    query_timeout: PROBE_TIMEOUT,
  })
  client.on('error', () => undefined) // the query in flight rejects
  try {
    await client.connect()
    await client.query('select 1')
    return 'up'
  } catch (error) {
    return judgeError(error as { code?: string; message: string })
  } finally {
    void client.end()
  }
}

/** 53300, too many connections, comes from a server that lives; a timeout has no code. */
function judgeError({ code, message }: { code?: string; message: string }): Verdict {
  if (code === '53300') return 'up'
  return code === undefined && /timeout/i.test(message) ? 'silent' : 'away'
}
