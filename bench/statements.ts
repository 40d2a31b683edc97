/** How many statements a request costs, counted in PostgreSQL's own log. */
import type pg from 'pg'
import { asAdmin } from './data/installation.ts'
import type { World } from './world.ts'

const ASKS = 10

/** Statements per request of what `ask` asks; those of jobs and probes have another application name. */
export async function countStatements(world: World, ask: () => Promise<unknown>): Promise<number> {
  await ask() // what is loaded once is not counted
  return asAdmin(world.home, async (admin) => {
    await setLogging(admin, { log_line_prefix: '%a|', log_min_duration_statement: '0' })
    const begin = await readLogEnd(admin, 0)
    for (let asked = 0; asked < ASKS; asked += 1) await ask()
    const { text } = await readLogEnd(admin, begin.end)
    await setLogging(admin, {})
    // Each run of a prepared statement is one `execute`; parse and bind have lines of their own.
    return (text.match(/^rapport\|LOG: {2}duration: [\d.]+ ms {2}(execute|statement)/gm)?.length ?? 0) / ASKS
  })
}

async function setLogging(admin: pg.Client, settings: Record<string, string>): Promise<void> {
  await admin.query('alter system reset all')
  for (const [name, value] of Object.entries(settings)) await admin.query(`alter system set ${name} = '${value}'`)
  await admin.query('select pg_reload_conf(), pg_sleep(0.5)')
}

async function readLogEnd(admin: pg.Client, from: number): Promise<{ text: string; end: number }> {
  const { rows } = await admin.query<{ text: string; end: string }>(
    `select pg_read_file(path, $1::bigint, 100000000) as text, (pg_stat_file(path)).size as end
     from (select current_setting('data_directory') || '/../logs/postgresql.log' as path) log`,
    [from],
  )
  return { text: rows[0]?.text ?? '', end: Number(rows[0]?.end ?? 0) }
}
