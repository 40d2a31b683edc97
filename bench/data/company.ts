/** A believable company of a given size in a home of its own; made once, then used again. */
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { startServer } from '../server.ts'
import { checkCompany } from './check-company.ts'
import { asAdmin, BENCH_HOME, removeHome } from './installation.ts'
import { loadCompany, type Plan } from './load.ts'
import { writeSize } from './sizes.ts'

// Power cuts do not matter while a folder is filled that would be thrown away after one.
const HASTY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '8GB',
  autovacuum: 'off',
}

type Tell = (text: string) => void

/** The home of the company, which it makes unless it is there and whole; `fresh` makes it anew. */
export async function ensureCompany(plan: Plan, tell: Tell, fresh = false): Promise<string> {
  const many = plan.customers ? `-${writeSize(plan.customers)}-customers` : ''
  const home = path.join(BENCH_HOME, writeSize(plan.size) + many)
  const mark = JSON.stringify({ ...plan, generator: generatorHash() })
  if (!fresh && readMark(home) === mark) return home
  tell(`A company of ${plan.size} opportunities, in ${home}`)
  removeHome(home)
  mkdirSync(home, { recursive: true })
  const begin = performance.now()
  const server = await startServer(home)
  try {
    await setUp(server.url)
    await asAdmin(home, async (admin) => {
      await setSettings(admin, HASTY)
      await loadCompany(admin, plan, tell)
      for (const line of await checkCompany(admin)) tell(line)
      await setSettings(admin, {})
    })
  } finally {
    await server.stop()
  }
  writeFileSync(markOf(home), mark)
  tell(`made in ${Math.round((performance.now() - begin) / 1000)} s`)
  return home
}

const markOf = (home: string) => path.join(home, 'company.json')

function readMark(home: string): string | null {
  try {
    return readFileSync(markOf(home), 'utf8')
  } catch {
    return null // never finished
  }
}

/** Changes with the files that make the rows. */
function generatorHash(): string {
  const hash = createHash('sha256')
  const files = globSync('{*.ts,steps/*.sql}', { cwd: import.meta.dirname }).toSorted()
  for (const file of files) hash.update(readFileSync(path.join(import.meta.dirname, file)))
  return hash.digest('hex').slice(0, 16)
}

async function setUp(url: string): Promise<void> {
  const reply = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      organisationName: '恒信工业',
      adminName: 'Administrator',
      email: 'admin@bench.example',
      password: 'correct-horse-battery-staple',
      locale: 'zh-CN',
    }),
  })
  if (reply.status !== 201) throw new Error(`set-up answered ${reply.status}: ${await reply.text()}`)
}

/** Settings of the whole server that need no restart; those not named go back to what they were. */
async function setSettings(admin: pg.Client, settings: Record<string, string>): Promise<void> {
  await admin.query('alter system reset all')
  for (const [name, value] of Object.entries(settings)) await admin.query(`alter system set ${name} = '${value}'`)
  await admin.query('select pg_reload_conf()')
}
