/** F10: workers die while they hold a job; another takes it up, and its work is there once. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Body, Client } from './client.ts'
import type { Row, Scenario } from './scenarios.ts'
import type { Stage } from './stage.ts'

const TAKEN_UP = 15_000

/** Brings in so many customers; the API, whose worker holds the job, is killed `deaths` times on the way. */
export const deadWorkers =
  (rows: number, deaths: number): Scenario =>
  async (stage) => {
    const id = await startImport(stage.client, rows)
    const pauses: number[] = []
    for (let at = 1; at <= deaths; at += 1) {
      const done = await untilPast(stage.client, id, (rows * at) / (deaths + 2))
      await stage.rig.kill()
      await stage.rig.restart()
      const ready = performance.now()
      await untilPast(stage.client, id, done + 1)
      pauses.push(performance.now() - ready)
    }
    await untilPast(stage.client, id, rows)
    return judgeImport(stage, id, { rows, pauses })
  }

type Result = { rows: number; pauses: number[] }

async function judgeImport({ rig, client }: Stage, id: string, { rows, pauses }: Result): Promise<Row> {
  const body = await until(client, id, ({ status }) => status !== 'running')
  const db = new pg.Client({ connectionString: rig.databaseUrl() })
  await db.connect()
  const counted = await db.query<{ stored: number; told: number; twice: number }>(
    `select count(*)::int as stored, count(distinct c.name)::int as told,
       (select count(*)::int from events e where e.type = 'customer.imported') as twice
     from customers c where c.name like 'imported-%'`,
  )
  await db.end()
  const { stored = 0, told = 0, twice = 0 } = counted.rows[0] ?? {}
  const figures = {
    acknowledged: rows,
    lost: rows - told,
    doubled: stored - told,
    half: Math.abs(twice - stored),
    deaths: 0,
  }
  const slowest = Math.max(...pauses)
  const faults = Object.entries(figures).flatMap(([name, count]) =>
    name !== 'acknowledged' && count !== 0 ? [`${count} rows ${name}`] : [],
  )
  if (body.status !== 'done' || body.created !== rows)
    faults.push(`ended as ${String(body.status)} with ${String(body.created)}`)
  const late = slowest > TAKEN_UP ? [`a job was taken up again after ${Math.round(slowest)} ms`] : []
  const notes = [`${pauses.length} × worker killed with its job, taken up again within ${Math.round(slowest)} ms`]
  return { ids: 'F10', what: `workers die in an import of ${rows} rows`, figures, notes, faults, late }
}

async function startImport({ insist }: Client, rows: number): Promise<string> {
  const form = new FormData()
  form.set('entity', 'customers')
  const lines = Array.from({ length: rows }, (_, index) => `imported-${String(index).padStart(6, '0')}`)
  form.set('file', new Blob([`name\n${lines.join('\n')}\n`]), 'many.csv')
  const uploaded = await insist('POST', '/imports', form, randomUUID())
  const id = uploaded.body.id ?? ''
  await insist('PATCH', `/imports/${id}`, { version: 1 })
  await insist('POST', `/imports/${id}/dry-run`, { version: 2 }, randomUUID())
  const checked = await until({ insist }, id, ({ status }) => status === 'dryRun')
  const run = await insist('POST', `/imports/${id}/run`, { version: checked.version }, randomUUID())
  if (run.status !== 202) throw new Error(`The import does not start: ${JSON.stringify(run.body)}`)
  return id
}

/** The rows that are in, once there are so many. */
const untilPast = async (client: Client, id: string, wanted: number): Promise<number> =>
  Number((await until(client, id, ({ created }) => Number(created ?? 0) >= wanted)).created)

const PATIENCE = 120_000

async function until({ insist }: Pick<Client, 'insist'>, id: string, enough: (body: Body) => boolean): Promise<Body> {
  for (const begin = performance.now(); performance.now() - begin < PATIENCE;) {
    const { body } = await insist('GET', `/imports/${id}`)
    if (enough(body)) return body
    if (['failed', 'cancelled'].includes(String(body.status)))
      throw new Error(`The import ended: ${JSON.stringify(body)}`)
    await wait(20)
  }
  throw new Error('The import does not go on')
}
