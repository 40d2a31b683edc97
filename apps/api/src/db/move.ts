/*
 * Copies a database into another, empty one: how an installation leaves the embedded PostgreSQL, which has no pg_dump. All or
 * nothing: one transaction reads a snapshot, one transaction writes, and the counts are compared before it commits. Values
 * travel as PostgreSQL writes them in text, which its input functions read back exactly.
 */
import pg from 'pg'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'

type Column = { name: string; type: string }
type Table = { name: string; columns: Column[] }

const BATCH = 1000

/** Returns the rows copied by table. Errors are sentences for the person who moves. */
export async function moveDatabase(from: string, to: string): Promise<Map<string, number>> {
  await migrate(to, MIGRATIONS)
  const source = await connect(from)
  const target = await connect(to)
  try {
    await source.query('begin isolation level repeatable read read only')
    await target.query('begin')
    await demandEmpty(target)
    const copied = await withoutForeignKeys(target, () => copyTables(source, target))
    await copySequences(source, target)
    await target.query('commit')
    return copied
  } finally {
    await Promise.all([source.end(), target.end()])
  }
}

/** A copy is whole only when nobody writes, and jobs in the queue are not copied. Errors are sentences. */
export async function demandStopped(url: string): Promise<void> {
  const client = await connect(url)
  try {
    const { rows: others } = await client.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    if (others.length > 0) throw new Error('Something still uses the database: stop Rapport first.')
    const { rows } = await client.query<{ queue: string | null }>(`select to_regclass('pgboss.job')::text as queue`)
    if (!rows[0]?.queue) return
    const { rows: jobs } = await client.query(`select from pgboss.job where state in ('created', 'retry', 'active')`)
    if (jobs.length > 0) throw new Error(`${jobs.length} jobs are not done yet: start Rapport, let it finish, stop it.`)
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the query in flight rejects
  await client.connect()
  return client
}

async function demandEmpty(target: pg.Client): Promise<void> {
  const { rows } = await target.query('select from users limit 1')
  if (rows.length > 0) throw new Error('The new database holds data already; nothing was copied.')
}

// Rows refer to each other in circles, so the constraints are taken away and, checked again, put back.
async function withoutForeignKeys<T>(target: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await target.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  )
  for (const { table, name } of rows) await target.query(`alter table ${table} drop constraint ${name}`)
  const result = await work()
  for (const { table, name, definition } of rows)
    await target.query(`alter table ${table} add constraint ${name} ${definition}`)
  return result
}

async function copyTables(source: pg.Client, target: pg.Client): Promise<Map<string, number>> {
  const copied = new Map<string, number>()
  for (const table of await readTables(target)) {
    await target.query(`delete from ${table.name}`) // what a migration put there comes again with the copy
    copied.set(table.name, await copyTable(source, target, table))
  }
  return copied
}

async function readTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select quote_ident(relname) as name,
       (select json_agg(json_build_object('name', quote_ident(attname), 'type', format_type(atttypid, atttypmod)) order by attnum)
        from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations' order by 1`,
  )
  return rows
}

async function copyTable(source: pg.Client, target: pg.Client, { name, columns }: Table): Promise<number> {
  const names = columns.map((column) => column.name).join(', ')
  const asText = columns.map((column) => `${column.name}::text`).join(', ')
  const parameters = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const values = columns.map((column, index) => `v${index}::${column.type}`).join(', ')
  const aliases = columns.map((_, index) => `v${index}`).join(', ')
  const insert = `insert into ${name} (${names}) overriding system value select ${values} from unnest(${parameters}) as v(${aliases})`
  await source.query(`declare rows_of_table no scroll cursor for select ${asText} from ${name}`)
  let copied = 0
  for (;;) {
    const { rows } = await source.query<(string | null)[]>({
      text: `fetch ${BATCH} from rows_of_table`,
      rowMode: 'array',
    })
    if (rows.length === 0) break
    const { rowCount } = await target.query(
      insert,
      columns.map((_, index) => rows.map((row) => row[index])),
    )
    copied += rowCount ?? 0
  }
  await source.query('close rows_of_table')
  await compareCounts(source, name, copied)
  return copied
}

async function compareCounts(source: pg.Client, table: string, copied: number): Promise<void> {
  const { rows } = await source.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  if (rows[0]?.count !== copied)
    throw new Error(`${table}: ${copied} of ${rows[0]?.count} rows arrived; nothing was copied.`)
}

async function copySequences(source: pg.Client, target: pg.Client): Promise<void> {
  const { rows } = await source.query<{ name: string; value: string | null }>(
    `select quote_ident(sequencename) as name, last_value::text as value from pg_sequences where schemaname = 'public'`,
  )
  for (const { name, value } of rows) if (value) await target.query('select setval($1, $2)', [name, value])
}
