import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { withAdmin, withDatabase } from '../test/templates.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rapport-migrations-'))
const names: string[] = []
let url = ''

beforeEach(async () => {
  url = await createDatabase()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await withAdmin(inject('adminUrl'), async (admin) => {
    for (const name of names) await admin.query(`drop database ${name} with (force)`)
  })
})

async function createDatabase(): Promise<string> {
  const name = `test_${process.ppid}_${randomBytes(6).toString('hex')}`
  await withAdmin(inject('adminUrl'), (admin) => admin.query(`create database ${name} owner rapport`))
  names.push(name)
  return withDatabase(inject('databaseUrl'), name)
}

const query = async (sql: string) => withAdmin(url, async (client) => (await client.query(sql)).rows)

/** A folder of migrations; returns its path. */
function write(files: Record<string, string>): string {
  const place = path.join(folder, randomBytes(6).toString('hex'))
  for (const [name, sql] of Object.entries(files)) {
    mkdirSync(path.join(place, name), { recursive: true })
    writeFileSync(path.join(place, name, 'migration.sql'), sql)
  }
  return place
}

describe('migrate', () => {
  it('applies what is new, in order, once', async () => {
    const first = { '1_one': 'create table one (id int);', '2_two': 'insert into one values (1);' }
    expect(await migrate(url, write(first))).toEqual(['1_one', '2_two'])
    expect(await migrate(url, write({ ...first, '3_three': 'insert into one values (2);' }))).toEqual(['3_three'])
    expect(await query('select * from one order by id')).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('lets one of two starts do it', async () => {
    const place = write({ '1_slow': 'create table one (id int); select pg_sleep(0.3);' })
    const applied = await Promise.all([migrate(url, place), migrate(url, place)])
    expect(applied.flat()).toEqual(['1_slow'])
  })

  it('refuses a file that was edited after it was applied', async () => {
    await migrate(url, write({ '1_one': 'create table one (id int);' }))
    await expect(migrate(url, write({ '1_one': 'create table two (id int);' }))).rejects.toThrow('1_one was edited')
  })

  it('leaves no trace of a file that fails, names it, and applies its corrected form', async () => {
    const broken = write({ '1_one': 'create table one (id int); select 1 / 0;' })
    await expect(migrate(url, broken)).rejects.toThrow('Migration 1_one: division by zero')
    expect(await migrate(url, write({ '1_one': 'create table one (id int);' }))).toEqual(['1_one'])
  })

  it('does not queue behind a table in use, but tries again [G2]', async () => {
    await query('create table busy (id int)')
    const user = new pg.Client({ connectionString: url })
    await user.connect()
    await user.query('begin; select * from busy')
    const migrated = migrate(url, write({ '1_one': 'alter table busy add column name text;' }))
    const waiting = `select count(*)::int as n from pg_stat_activity
      where application_name = 'rapport migration' and wait_event_type = 'Lock' and datname = current_database()`
    for (const n of [1, 0]) await vi.waitFor(async () => expect(await query(waiting)).toEqual([{ n }]), 5_000)
    await user.query('commit')
    await user.end()
    expect(await migrated).toEqual(['1_one'])
  })

  it('demands that an index built beside the work can be built again', async () => {
    const place = write({ '1_index': 'create index concurrently i on one (id);' })
    await expect(migrate(url, place)).rejects.toThrow('IF NOT EXISTS')
  })

  it('replaces the invalid index of a killed attempt', async () => {
    await query('create table one (id int); insert into one values (1), (1)')
    await expect(query('create unique index concurrently i on one (id)')).rejects.toThrow(
      'could not create unique index',
    )
    const place = write({ '1_index': 'create index concurrently if not exists i on one (id);' })
    expect(await migrate(url, place)).toEqual(['1_index'])
    expect(await query(`select indisvalid from pg_index where indexrelid = 'i'::regclass`)).toEqual([
      { indisvalid: true },
    ])
  })
})

// What is killed stands still at a gate, which is a lock that the test holds: no kill comes too late or too early.
const GATE = 24
const gates = 6
const gate = (number: number) => `select pg_advisory_xact_lock(${GATE}, ${number});`
const long = {
  '1_tables': `${gate(1)} create table deals (id int primary key, amount int);
    insert into deals select i, i from generate_series(1, 5000) i; ${gate(2)}`,
  '2_column': `alter table deals add column tax int; ${gate(3)} update deals set tax = amount / 10;`,
  '3_index': '-- beside the work\ncreate index concurrently if not exists deals_tax on deals (tax);',
  '4_more': `update deals set amount = amount + 1; ${gate(4)} update deals set amount = amount + 1; ${gate(5)}`,
  '5_last': `create table totals as select sum(amount) as amount, sum(tax) as tax from deals; ${gate(6)}`,
}
const waiting = `select from pg_stat_activity
  where application_name = 'rapport migration' and wait_event_type = 'Lock' and datname = current_database()`

/** Migrates in a process of its own, kills it when it waits for what `hold` locks, and lets go; or its database process with it. */
async function killWhenHeld(place: string, hold: string, backend = false): Promise<void> {
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  await holder.query(`begin; ${hold}`)
  const module = path.join(import.meta.dirname, 'migrate.ts')
  const script = `import(${JSON.stringify(module)}).then(({ migrate }) => migrate(${JSON.stringify(url)}, ${JSON.stringify(place)}))`
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // At a gate it waits for that alone; for a moment it may wait for a vacuum of the same table as well.
  const here = hold.includes('advisory') ? `${waiting} and wait_event = 'advisory'` : waiting
  try {
    await vi.waitFor(async () => expect(await query(here)).toHaveLength(1), { timeout: 20_000, interval: 20 })
    child.kill('SIGKILL')
    await ended
    if (backend) await query(waiting.replace('select', 'select pg_terminate_backend(pid)'))
    await holder.query('commit')
  } finally {
    child.kill('SIGKILL')
    await holder.end()
  }
}

const digest = () =>
  query(`select (select md5(string_agg(deals::text, ',' order by id)) from deals) as deals, totals.* from totals`)
const countInvalid = async () =>
  (await query('select count(*)::int as invalid from pg_index where not indisvalid'))[0].invalid

describe('a migration killed at any point', () => {
  it('completes on the next run with equal data [F24]', { timeout: 90_000 }, async () => {
    const place = write(long)
    await migrate(url, place)
    const wanted = await digest()
    const left: number[] = []
    for (let point = 1; point <= gates; point += 1) {
      url = await createDatabase()
      await killWhenHeld(place, gate(point))
      left.push((await migrate(url, place)).length)
      expect(await digest(), `killed at gate ${point}`).toEqual(wanted)
    }
    expect(left).toEqual([5, 5, 4, 2, 2, 1])
  })

  it('replaces the index that it was building beside the work [F24]', { timeout: 90_000 }, async () => {
    const place = write(long)
    const { '1_tables': tables, '2_column': column } = long
    await migrate(url, write({ '1_tables': tables, '2_column': column }))
    await killWhenHeld(place, 'update deals set tax = 0 where id = 1', true)
    await vi.waitFor(async () => expect(await query(waiting)).toEqual([]), { timeout: 20_000, interval: 20 })
    expect(await countInvalid()).toBe(1)
    expect(await migrate(url, place)).toEqual(['3_index', '4_more', '5_last'])
    expect(await countInvalid()).toBe(0)
  })
})
