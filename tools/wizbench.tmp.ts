import { readFileSync, copyFileSync } from 'node:fs'
import pg from 'pg'
import { startRig } from '/work/trees/wizard/tools/faults/rig.ts'
import { keyFor } from '/work/trees/wizard/tools/verify-data/client.ts'
import { loadMaven } from '/work/trees/wizard/tools/verify-data/maven/load.ts'
const admin = { email: 'admin@example.com', password: 'verify the data 2017' }
const rig = await startRig({ RAPPORT_ADMIN_EMAIL: admin.email, RAPPORT_ADMIN_PASSWORD: admin.password, ...(process.env.PROF ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=/tmp/wizprof' } : {}) })
try {
  const { postgres } = JSON.parse(readFileSync(rig.home + '/postgres/passwords.json', 'utf8'))
  const port = readFileSync(rig.home + '/postgres/port', 'utf8').trim()
  const su = new pg.Client({ connectionString: `postgresql://postgres:${postgres}@127.0.0.1:${port}/postgres` })
  await su.connect()
  if (process.env.PGLOG) { await su.query("alter system set log_min_duration_statement = 20"); await su.query("alter system set log_parameter_max_length = 0"); await su.query('select pg_reload_conf()') }
  await su.end()
  const api = await keyFor(rig.url, admin.email, admin.password)
  const { version } = await api.get<{ version: number }>('/settings')
  await api.send('PATCH', '/settings', { baseCurrency: 'USD', version })
  await loadMaven(api, '/work/shared/data/licence-not-stated/maven-crm')
  console.log(rig.output().split('\n').filter((l) => l.includes('WIZ')).join('\n'))
  if (process.env.EXPLAIN) {
    const c = new pg.Client({ connectionString: rig.databaseUrl() }); await c.connect()
    const cols = async (t: string) => (await c.query("select column_name n from information_schema.columns where table_name=$1 and table_schema='public' and is_generated='NEVER'", [t])).rows.map((r) => r.n as string)
    const show = async (q: string, p: unknown[] = []) => { await c.query('begin'); const r = await c.query('explain (analyze, costs off, buffers off) ' + q, p); await c.query('rollback'); console.log(r.rows.map((x) => x['QUERY PLAN']).join('\n'), '\n') }
    const oc = await cols('opportunities')
    const sel = oc.map((n) => n === 'id' ? 'uuidv7()' : n === 'number' ? `'X' || "number"` : n === 'externalId' ? `'X' || "externalId"` : `"${n}"`)
    await show(`insert into opportunities (${oc.map((n) => `"${n}"`)}) select ${sel} from opportunities limit 2000`)
    const js = (await c.query('select jsonb_agg(to_jsonb(o)) j from (select * from opportunities limit 2000) o')).rows[0].j
    await show(`select ${oc.map((n) => `"${n}"`)} from jsonb_populate_recordset(null::opportunities, $1::jsonb)`, [JSON.stringify(js)])
    const sc = await cols('stage_moves')
    await show(`insert into stage_moves (${sc.map((n) => `"${n}"`)}) select ${sc.map((n) => n === 'id' ? 'uuidv7()' : `"${n}"`)} from stage_moves where "leftAt" is not null limit 2000`)
    const lc = await cols('opportunity_lines')
    await show(`insert into opportunity_lines (${lc.map((n) => `"${n}"`)}) select ${lc.map((n) => n === 'id' ? 'uuidv7()' : `"${n}"`)} from opportunity_lines limit 2000`)
    console.log((await c.query("select indexname, pg_relation_size(quote_ident(indexname)::regclass) s from pg_indexes where tablename='opportunities'")).rows.map((r) => r.indexname + ' ' + r.s).join('\n'))
    await c.end()
  }
  const { readdirSync } = await import('node:fs'); console.log(readdirSync(rig.home + '/postgres')); try { copyFileSync(rig.home + '/postgres/logs/' + readdirSync(rig.home + '/postgres/logs')[0], '/tmp/wizpg.log') } catch (e) { console.log(String(e)) }
} finally { await rig.stop(); await rig.close() }
