import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { withAdmin } from '../../test/templates.ts'
import { type Embedded, startEmbedded } from './start.ts'

const home = mkdtempSync(path.join(tmpdir(), 'rapport-embedded-'))
chmodSync(home, 0o755) // else the account that root lends PostgreSQL cannot enter, and the data goes elsewhere
const options = { settings: { fsync: 'off' }, initdbArgs: ['--no-sync'] }
const pidFile = path.join(home, 'postgres/data/postmaster.pid')
const start = () => startEmbedded(home, () => undefined, options)
const readPid = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0])

describe('startEmbedded', () => {
  let last: Embedded | undefined
  afterAll(async () => {
    await last?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  it('makes one cluster when two start at once', async () => {
    const [first, second] = await Promise.all([start(), start()])
    last = first
    expect(first.adopted).not.toBe(second.adopted)
    expect(second.url).toBe(first.url)
    expect(first.version).toMatch(/^18\./)
  })

  it('adopts a running server and leaves its pid file alone [F5]', async () => {
    const before = { pid: readPid(), written: statSync(pidFile).mtimeMs }
    const again = await start()
    expect(again).toMatchObject({ adopted: true, url: last?.url })
    expect({ pid: readPid(), written: statSync(pidFile).mtimeMs }).toEqual(before)
  })

  it('gives the application a role without privileges that owns its database', async () => {
    const client = new pg.Client({ connectionString: last?.url })
    await client.connect()
    const { rows } = await client.query(
      `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
              pg_get_userbyid(datdba) = current_user as owner
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    )
    await client.query('create extension pg_trgm')
    await client.end()
    const none = {
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
    }
    expect(rows).toEqual([{ ...none, owner: true }])
  })

  it('listens on loopback only', async () => {
    const settings = `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories', 'ssl')`
    const { rows } = await withAdmin(last?.adminUrl ?? '', (admin) =>
      admin.query<{ name: string; setting: string }>(settings),
    )
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      ssl: 'off',
    })
  })

  it('keeps the passwords for itself', () => {
    expect(statSync(path.join(home, 'postgres/passwords.json')).mode & 0o777).toBe(0o600)
    expect(existsSync(path.join(home, 'postgres/logs/initdb-password'))).toBe(false)
  })

  it('stays up while somebody else is connected', async () => {
    await withAdmin(last?.adminUrl ?? '', () => last?.stop() ?? Promise.resolve())
    expect(existsSync(pidFile)).toBe(true)
  })

  it('comes back at the same address after a kill, with its data', async () => {
    const { adminUrl, url, revive } = last ?? (await start())
    await withAdmin(adminUrl, (admin) => admin.query('create table kept as select 1 as one'))
    process.kill(readPid(), 'SIGKILL')
    await revive()
    const kept = await withAdmin(adminUrl, (admin) => admin.query('select one from kept'))
    expect(kept.rows).toEqual([{ one: 1 }])
    expect((await start()).url).toBe(url)
  })

  it('remembers its port over a stop', async () => {
    await last?.stop()
    expect(existsSync(pidFile)).toBe(false)
    expect(await start()).toMatchObject({ adopted: false, url: last?.url })
  })
})
