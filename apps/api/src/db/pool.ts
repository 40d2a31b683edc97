/*
 * The one pool of connections, for Prisma and for everything else. A dying database emits errors on the pool and on
 * each client, which without listeners would end the process.
 */
import pg from 'pg'
import { guardPool } from './circuit.ts'
import { endUnanswered } from './unanswered.ts'

export type DbPool = {
  pool: pg.Pool
  /** For a connection that cannot come from the pool because it would never go back. */
  url: string
  /** The connection that PostgreSQL knows by this process number. */
  clientOf(pid: number): pg.PoolClient | undefined
  /** False while the database is away; checking out a connection then fails at once. */
  isUp(): boolean
  /** Calls back each time the database was found away, about every 250 ms until it is there again. */
  onAway(listener: () => void): void
  close(): Promise<void>
}

const CONNECTIONS = 10
const STATEMENT_TIMEOUT = 8_000
const CLIENT_TIMEOUT = 10_000 // the server may be stopped and unable to end a statement itself
const IDLE_IN_TRANSACTION_TIMEOUT = 15_000
const CONNECTION_WAIT = 2_000
/*
 * Lists join up to eight tables in the order that serves them; to try all others takes PostgreSQL 70 ms a statement. And no
 * question of ours runs so long that compiling it would pay. The ids of somebody's customers are looked up in a hash, which is
 * given up for a search through all of them, row by row, where PostgreSQL takes it for larger than its memory. A page out of order costs
 * little more than the next one where most are in memory: taken for four times as dear, as PostgreSQL does by itself, 10,000 open deals among a
 * million were counted by reading each instead of their index alone; taken for the same (1.1), a rep's search for a company took 1.8 s instead of 0.2.
 */
const SETTINGS = '-c TimeZone=UTC -c join_collapse_limit=3 -c jit=off -c work_mem=16MB -c random_page_cost=2'

type Log = (text: string) => void

/** Connects to nothing yet. `log` gets a sentence when the database goes away or comes back. */
export function createPool(url: string, log: Log, connections = CONNECTIONS): DbPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'rapport',
    options: SETTINGS,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
    connectionTimeoutMillis: CONNECTION_WAIT,
    idleTimeoutMillis: 60_000,
  })
  const clientOf = clientsByPid(pool)
  const guard = guardPool(pool, url, log)
  const stopClock = endUnanswered(pool, CLIENT_TIMEOUT)
  const close = async () => {
    guard.stop()
    stopClock()
    await pool.end()
  }
  return { pool, url, clientOf, isUp: guard.isUp, onAway: guard.onAway, close }
}

const clientsByPid = (pool: pg.Pool): DbPool['clientOf'] => {
  const clients = new Map<number, pg.PoolClient>()
  // The declared types leave out what the server says of itself when it lets us in.
  const pidOf = (client: pg.PoolClient) => (client as pg.PoolClient & { processID: number }).processID
  pool.on('connect', (client) => clients.set(pidOf(client), client))
  pool.on('remove', (client) => clients.delete(pidOf(client)))
  return (pid) => clients.get(pid)
}
