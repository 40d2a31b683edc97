/** The database of this start: the operator's, or the embedded one; migrated and ready. */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from '../config.ts'
import { startEmbedded } from './embedded/start.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { createPool, type DbPool } from './pool.ts'

export type Database = {
  url: string
  version: string
  /** Where it is, for the person at the console. */
  place: string
  db: DbPool
  /** Closes the pool and, where it is ours alone, stops the server. */
  close(): Promise<void>
}

type Log = (text: string) => void

const OLDEST = 150_000
const PATIENCE = 60_000
const ABSENT = /^(E[A-Z]+|57P03|no answer)$/ // not there, or starting

/** `tell` speaks to the person at the console, `log` writes to the log. Errors are sentences. */
export async function openDatabase({ databaseUrl, home }: Config, tell: Log, log: Log): Promise<Database> {
  if (databaseUrl) {
    const version = await waitForServer(databaseUrl, tell)
    await migrate(databaseUrl, MIGRATIONS)
    const db = createPool(databaseUrl, log)
    return { url: databaseUrl, version, place: 'the server of DATABASE_URL', db, close: db.close }
  }
  const { url, version, folder, revive, stop } = await startEmbedded(home, tell)
  await migrate(url, MIGRATIONS)
  const db = createPool(url, log)
  db.onAway(oneAtATime(revive, log)) // nobody else looks after the embedded server
  return { url, version, place: folder, db, close: () => db.close().then(stop) }
}

function oneAtATime(revive: () => Promise<void>, log: Log): () => void {
  let running = false
  return () => {
    if (running) return
    running = true
    void revive()
      .catch(() => log('The embedded PostgreSQL does not start again; see its log'))
      .finally(() => (running = false))
  }
}

/** The server's version. An external server may start at the same time as we do, so its absence is waited out. */
async function waitForServer(url: string, tell: Log): Promise<string> {
  const deadline = Date.now() + PATIENCE
  for (let told = false; ; told = true) {
    const answer = await readVersion(url).catch((error: unknown) => error)
    if (typeof answer === 'string') return answer
    if (answer instanceof Unusable) throw answer
    const { code = 'no answer' } = answer as { code?: string }
    if (!ABSENT.test(code) || Date.now() > deadline)
      throw new Error(`DATABASE_URL does not lead to a database (${code}).`)
    if (!told) tell(`Waiting for the database of DATABASE_URL (${code})`)
    await wait(500)
  }
}

class Unusable extends Error {}

async function readVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined) // the query in flight rejects
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: number }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
              current_setting('server_version_num')::int as number`,
    )
    const [row] = rows
    if (!row || row.number < OLDEST)
      throw new Unusable(`DATABASE_URL is PostgreSQL ${row?.version}; Rapport needs 15 or newer.`)
    return row.version
  } finally {
    await client.end().catch(() => undefined)
  }
}
