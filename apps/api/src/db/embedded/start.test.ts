import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { useOwnCluster } from '../../test/own-cluster.ts'
import { startTestCluster, withAdmin } from '../../test/templates.ts'

const cluster = useOwnCluster()
const closed = mkdtempSync(path.join(tmpdir(), 'rapport-closed-')) // 0700, as every home of a person

afterAll(() => rmSync(closed, { recursive: true, force: true }))

it('adopts a running server and leaves its pid file alone [F5]', async () => {
  const before = { pid: cluster.readPid(), written: statSync(cluster.pidFile).mtimeMs }
  const again = await startTestCluster(cluster.home)
  expect(again).toMatchObject({ adopted: true, url: cluster.embedded.url })
  expect({ pid: cluster.readPid(), written: statSync(cluster.pidFile).mtimeMs }).toEqual(before)
})

it('gives the application a role without privileges that owns its database', async () => {
  const client = new pg.Client({ connectionString: cluster.embedded.url })
  await client.connect()
  const { rows } = await client.query(
    `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
            pg_get_userbyid(datdba) = current_user as owner
     from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  )
  await client.query('create extension pg_trgm')
  await client.end()
  const none = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false, rolbypassrls: false }
  expect(rows).toEqual([{ ...none, owner: true }])
})

it('listens on loopback only', async () => {
  const settings = `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories', 'ssl')`
  const { rows } = await withAdmin(cluster.embedded.adminUrl, (admin) =>
    admin.query<{ name: string; setting: string }>(settings),
  )
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ssl: 'off',
  })
})

it('keeps the passwords for itself', () => {
  expect(statSync(path.join(cluster.home, 'postgres/passwords.json')).mode & 0o777).toBe(0o600)
  expect(existsSync(path.join(cluster.home, 'postgres/logs/initdb-password'))).toBe(false)
})

it('writes no statement, value or error text into the log [P4]', async () => {
  const canary = 'canary-5d1f'
  const client = new pg.Client({ connectionString: cluster.embedded.url })
  await client.connect()
  await expect(client.query(`select '${canary}'::uuid`)).rejects.toThrow(canary)
  await expect(client.query('select $1::int', [canary])).rejects.toThrow(canary)
  await client.end()
  expect(readFileSync(path.join(cluster.home, 'postgres/logs/postgresql.log'), 'utf8')).not.toContain(canary)
})

it('stays up while somebody else is connected', async () => {
  await withAdmin(cluster.embedded.adminUrl, () => cluster.embedded.stop())
  expect(existsSync(cluster.pidFile)).toBe(true)
})

it('comes back at the same address after a kill, with its data', async () => {
  const { adminUrl, url, revive } = cluster.embedded
  // The tests' clusters may forget what a commit confirmed; this one must not.
  await withAdmin(adminUrl, (admin) => admin.query('set synchronous_commit = on; create table kept as select 1 as one'))
  cluster.kill()
  await revive()
  const kept = await withAdmin(adminUrl, (admin) => admin.query('select one from kept'))
  expect(kept.rows).toEqual([{ one: 1 }])
  expect((await startTestCluster(cluster.home)).url).toBe(url)
})

it('remembers its port over a stop', async () => {
  await cluster.embedded.stop()
  expect(existsSync(cluster.pidFile)).toBe(false)
  const { url } = cluster.embedded
  expect(await startTestCluster(cluster.home)).toMatchObject({ adopted: false, url })
})

it('makes one cluster when two start at once, also in a home that only its owner can enter', async () => {
  const [first, second] = await Promise.all([startTestCluster(closed), startTestCluster(closed)])
  expect(first.adopted).not.toBe(second.adopted)
  expect(second.url).toBe(first.url)
  await first.stop()
  const note = path.join(closed, 'postgres/location')
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true })
})
