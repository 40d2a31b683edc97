import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
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

const POINTS = 20
const long = {
  '1_tables':
    'create table deals (id int primary key, amount int); insert into deals select i, i from generate_series(1, 5000) i;',
  '2_column': 'alter table deals add column tax int; update deals set tax = amount / 10; select pg_sleep(0.05);',
  '3_index': '-- beside the work\ncreate index concurrently if not exists deals_tax on deals (tax);',
  '4_more': 'update deals set amount = amount + 1; select pg_sleep(0.05); update deals set amount = amount + 1;',
  '5_last': 'create table totals as select sum(amount) as amount, sum(tax) as tax from deals;',
}

/** Migrates in a process of its own and kills it `after` so many ms from its start. */
async function migrateAndKill(place: string, after: number): Promise<void> {
  const module = path.join(import.meta.dirname, 'migrate.ts')
  const script = `import(${JSON.stringify(module)}).then(({ migrate }) => {
    process.send('ready'); return migrate(${JSON.stringify(url)}, ${JSON.stringify(place)}) }).then(() => process.exit())`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.once('message', resolve))
  await Promise.race([wait(after), ended])
  child.kill('SIGKILL')
  await ended
}

describe('a migration killed at any point', () => {
  it(`completes on the next run with equal data, killed at ${POINTS} points [F24]`, { timeout: 90_000 }, async () => {
    const place = write(long)
    const begin = performance.now()
    await migrate(url, place)
    const whole = performance.now() - begin
    const digest = () =>
      query(`select (select md5(string_agg(deals::text, ',' order by id)) from deals) as deals, totals.* from totals`)
    const wanted = await digest()
    const left: number[] = []
    for (let point = 0; point < POINTS; point += 1) {
      url = await createDatabase()
      await migrateAndKill(place, (whole * (point + 0.5)) / POINTS)
      left.push((await migrate(url, place)).length)
      expect(await digest(), `killed at point ${point}`).toEqual(wanted)
      expect(await query('select count(*)::int as open from pg_index where not indisvalid')).toEqual([{ open: 0 }])
    }
    expect(new Set(left).size, `kills hit different files: ${left.join()}`).toBeGreaterThan(2)
  })
})
