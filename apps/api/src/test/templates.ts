/*
 * The databases of the tests, in a second cluster that may forget everything. A template holds the migrated, empty
 * database; its name holds the hash of the migrations, so it is made anew only when they change.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '../db/embedded/start.ts'
import { migrate } from '../db/migrate.ts'
import { MIGRATIONS, readMigrations } from '../db/migrations.ts'

const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
  shared_preload_libraries: "''", // it would hold on to databases that are cloned and dropped
}

/** Where the tests' cluster lives: beside the product's own data, never in it. */
export const TEST_HOME = path.resolve(import.meta.dirname, '../../../../.rapport/tests')

/** Starts or adopts the tests' cluster in `home`. */
export const startTestCluster = (home: string): Promise<Embedded> =>
  startEmbedded(home, () => undefined, { settings: FORGETFUL, initdbArgs: ['--no-sync'] })

/** Makes the template unless it is there and returns its name. */
export async function ensureTemplate(cluster: Embedded): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS)
  const hash = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
  const name = `template_${hash.slice(0, 16)}`
  return withAdmin(cluster.adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('template'))`) // one run at a time makes it
    if (await exists(admin, name)) return name
    await admin.query('drop database if exists unfinished with (force)')
    await admin.query('create database unfinished owner rapport')
    await migrate(withDatabase(cluster.url, 'unfinished'), MIGRATIONS)
    await admin.query(`alter database unfinished rename to ${name}`) // whole or not at all
    return name
  })
}

/** Drops what killed runs left behind: clones carry the process that made them. */
export async function dropAbandoned(adminUrl: string): Promise<void> {
  await withAdmin(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'test\\_%'`,
    )
    for (const { name } of rows.filter((row) => !isAlive(Number(row.name.split('_')[1])))) {
      await admin.query(`drop database if exists ${name} with (force)`)
    }
  })
}

/** Runs `work` as the superuser. */
export async function withAdmin<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** The same server and role, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
