/** F24: the first start is killed while it migrates; the next completes, with the schema of one that was never hurt. */
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Row, Scenario } from './scenarios.ts'
import { findFreePort, spawnServer, waitUntilReady } from './server-process.ts'
import type { Stage } from './stage.ts'

const SCHEMA = `select table_name, column_name, data_type, column_default, is_nullable from information_schema.columns
  where table_schema = 'public' order by table_name, column_name`
const OBJECTS = `select c.relkind::text, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' order by c.relkind::text, c.relname`
const JITTER = 60
const STATE = `select count(*) filter (where finished_at is not null)::int as done, count(*)::int as started,
  (select count(*)::int from pg_index where not indisvalid) as broken from _prisma_migrations`

/** Kills so many first starts, spread over the files that one applies. */
export const migrations =
  (points: number): Scenario =>
  async (stage) => {
    const whole = await start(stage)
    const faults: string[] = []
    const states = new Set<number>()
    for (let point = 0; point < points; point += 1) {
      const killed = await start(stage, { files: point % whole.done, jitter: stage.random() * JITTER })
      states.add(killed.left)
      if (killed.digest !== whole.digest) faults.push(`killed at point ${point + 1}: another schema`)
      if (killed.broken > 0) faults.push(`killed at point ${point + 1}: ${killed.broken} invalid indexes`)
    }
    if (states.size < Math.min(3, points)) faults.push(`all kills hit the same file: ${[...states].join()}`)
    const figures = { acknowledged: 0, lost: 0, doubled: 0, half: faults.length, deaths: 0 }
    const notes = [
      `${points} × killed at its first start, with ${[...states].sort((a, b) => a - b).join(', ')} files done`,
    ]
    return { ids: 'F24', what: 'a start is killed while it migrates', figures, notes, faults, late: [] } satisfies Row
  }

/** A start on a database of its own, killed so many ms after so many files were applied, then started again; what came of it. */
async function start({ rig }: Stage, killed?: { files: number; jitter: number }) {
  const name = `start_${randomBytes(6).toString('hex')}`
  await query(rig.adminUrl(), `create database ${name} owner rapport`)
  const url = new URL(rig.databaseUrl())
  url.pathname = `/${name}`
  const env = {
    PORT: String(await findFreePort()),
    RAPPORT_HOME: rig.home,
    RAPPORT_DEMO: 'off',
    DATABASE_URL: url.href,
  }
  let left = 0
  if (killed) {
    const first = spawnServer(env)
    while ((await countDone(url.href)) < killed.files && first.child.exitCode === null) await wait(1)
    await wait(killed.jitter)
    first.child.kill('SIGKILL')
    await first.ended
    left = await countDone(url.href)
  }
  const server = spawnServer(env)
  await waitUntilReady(`http://127.0.0.1:${env.PORT}`, server)
  server.child.kill('SIGTERM')
  await server.ended
  const [state] = await query<{ done: number; started: number; broken: number }>(url.href, STATE)
  const shape = [await query(url.href, SCHEMA), await query(url.href, OBJECTS), state]
  await query(rig.adminUrl(), `drop database ${name} with (force)`)
  const digest = createHash('sha256').update(JSON.stringify(shape)).digest('hex')
  return { left, done: state?.done ?? 0, broken: state?.broken ?? 0, digest }
}

const countDone = async (url: string): Promise<number> => {
  const [table] = await query<{ there: boolean }>(url, `select to_regclass('_prisma_migrations') is not null as there`)
  return table?.there ? ((await query<{ done: number }>(url, STATE))[0]?.done ?? 0) : 0
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    return (await db.query<T>(sql)).rows
  } finally {
    await db.end()
  }
}
