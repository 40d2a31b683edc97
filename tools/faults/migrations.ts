/** F24: the first start is killed while it migrates; the next completes, with the schema of one that was never hurt. */
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Row, Scenario } from './scenarios.ts'
import { findFreePort, type ServerProcess, spawnServer, waitUntilReady } from './server-process.ts'
import type { Stage } from './stage.ts'

const SCHEMA = `select table_name, column_name, data_type, column_default, is_nullable from information_schema.columns
  where table_schema = 'public' order by table_name, column_name`
const OBJECTS = `select c.relkind::text, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' order by c.relkind::text, c.relname`
const STATE = `select count(*) filter (where finished_at is not null)::int as done, count(*)::int as started,
  (select count(*)::int from pg_index where not indisvalid) as broken from _prisma_migrations`

// Every command that changes the schema passes here: it is numbered, and stands still from the one numbered `stop` on while
// the rig holds the lock. So a kill hits the very command it is meant for, however fast or slow the machine is.
const GATE = [24, 24]
const GATEKEEPER = `
  create schema rig;
  create table rig.commands (number serial, files int not null);
  create table rig.gate (stop int not null);
  create function rig.pass() returns event_trigger language plpgsql security definer as $$
    declare files int; passed int;
    begin
      if current_setting('application_name') <> 'rapport migration' or to_regclass('_prisma_migrations') is null then return; end if;
      select count(*) into files from _prisma_migrations;
      insert into rig.commands (files) values (files) returning number into passed;
      if passed >= (select stop from rig.gate) then perform pg_advisory_xact_lock(${GATE.join()}); end if;
    end $$;
  create event trigger gatekeeper on ddl_command_start execute function rig.pass()`
const WAITS = `select count(*)::int as waiting from pg_locks
  where locktype = 'advisory' and classid = ${GATE[0]} and objid = ${GATE[1]} and not granted`

/** Kills so many first starts, spread over the files that one applies. */
export const migrations =
  (points: number): Scenario =>
  async (stage) => {
    const whole = await start(stage)
    const faults: string[] = []
    const states = new Set<number>()
    for (let point = 0; point < points; point += 1) {
      const files = Math.floor((point * whole.done) / points)
      const killed = await start(stage, chooseCommand(stage, whole.commands, files))
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

/** The number of one of the commands of the file after so many; of the next file, if that one has none. */
function chooseCommand({ random }: Stage, commands: number[], files: number): number {
  const first = commands.findIndex((before) => before >= files)
  const among = commands.filter((before) => before === commands[first]).length
  return first + 1 + Math.floor(random() * among)
}

/** A start on a database of its own, killed at the command of that number if there is one, then started again; what came of it. */
async function start({ rig }: Stage, stop?: number) {
  const name = `start_${randomBytes(6).toString('hex')}`
  await query(rig.adminUrl(), `create database ${name} owner rapport`)
  const url = named(rig.databaseUrl(), name)
  const env = {
    PORT: String(await findFreePort()),
    RAPPORT_HOME: rig.home,
    RAPPORT_DEMO: 'off',
    DATABASE_URL: url,
  }
  const gate = await keepGate(named(rig.adminUrl(), name), stop)
  let left = 0
  if (stop) {
    const first = spawnServer(env)
    await gate.arrival(first)
    first.child.kill('SIGKILL')
    await first.ended
    left = await countDone(url)
    await gate.open()
  }
  const server = spawnServer(env)
  await waitUntilReady(`http://127.0.0.1:${env.PORT}`, server)
  server.child.kill('SIGTERM')
  await server.ended
  const [state] = await query<{ done: number; started: number; broken: number }>(url, STATE)
  const shape = [await query(url, SCHEMA), await query(url, OBJECTS), state]
  const commands = await gate.close()
  await query(rig.adminUrl(), `drop database ${name} with (force)`)
  const digest = createHash('sha256').update(JSON.stringify(shape)).digest('hex')
  return { left, done: state?.done ?? 0, broken: state?.broken ?? 0, digest, commands }
}

/** Stops whatever migrates that database at the command of that number. */
async function keepGate(adminUrl: string, stop = 1_000_000) {
  const db = new pg.Client({ connectionString: adminUrl })
  db.on('error', () => undefined) // it stays open when a start fails, and that failure is what must be seen
  await db.connect()
  await db.query(GATEKEEPER)
  await db.query('insert into rig.gate values ($1)', [stop])
  await db.query('select pg_advisory_lock($1, $2)', GATE)
  return {
    /** Resolves when one stands before the gate; fails when the server ended without. */
    async arrival(server: ServerProcess): Promise<void> {
      while ((await db.query<{ waiting: number }>(WAITS)).rows[0]?.waiting === 0) {
        if (server.child.exitCode !== null) throw new Error(`Nothing came to the gate:\n${server.output()}`)
        await wait(5)
      }
    },
    /** Lets through who stands there, as when a server is killed: the database ends the command it was sent. */
    async open(): Promise<void> {
      await db.query('update rig.gate set stop = 1000000')
      await db.query('select pg_advisory_unlock($1, $2)', GATE)
    },
    /** How many files were done at each command, in the order of the commands. */
    async close(): Promise<number[]> {
      const { rows } = await db.query<{ files: number }>('select files from rig.commands order by number')
      await db.end()
      return rows.map(({ files }) => files)
    },
  }
}

const named = (url: string, database: string): string => {
  const all = new URL(url)
  all.pathname = `/${database}`
  return all.href
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
