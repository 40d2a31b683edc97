/** The application's role and its database: made once, by the superuser, which the application never is. */
import pg from 'pg'

/** Makes what is missing; runs again after a start that was killed between two steps. */
export async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  admin.on('error', () => undefined) // the query in flight rejects; without a listener it would end the process
  await admin.connect()
  try {
    const { rows } = await admin.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = 'rapport') as role,
              exists (select from pg_database where datname = 'rapport') as database`,
    )
    const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
    if (!rows[0]?.role) await admin.query(`create role rapport ${rights} password ${pg.escapeLiteral(password)}`)
    if (!rows[0]?.database) await admin.query('create database rapport owner rapport')
    await admin.query('revoke all on database rapport from public')
    // For batches that hold what they refer to themselves. It owns its tables and could drop every rule of theirs anyway.
    await admin.query('grant set on parameter session_replication_role to rapport')
  } finally {
    await admin.end()
  }
}

/** Other programs that are connected right now, such as a second API or a worker on the same folder. */
export async function countOthers(adminUrl: string): Promise<number> {
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 1_000 })
  admin.on('error', () => undefined)
  await admin.connect()
  try {
    const { rows } = await admin.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rows[0]?.others ?? 0
  } finally {
    await admin.end()
  }
}
