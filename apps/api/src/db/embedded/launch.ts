/** Brings the server of a cluster up, or finds it up, and waits until it answers. */
import { readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, isRunning, run } from './cluster.ts'
import { chooseBuffers } from './memory.ts'
import { choosePort, readServerPort } from './port.ts'

const PATIENCE = 300_000 // recovery after a crash can take minutes
const STARTS = 10
const LOG_LIMIT = 20_000_000
const EMPTY = process.platform === 'win32' ? '""' : "''"

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: EMPTY,
  ssl: 'off', // loopback only, and the bundled OpenSSL is old
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Error texts and statements quote what people wrote; the API logs the code of each error itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  shared_buffers: chooseBuffers(),
  shared_preload_libraries: 'pg_prewarm', // what was in memory comes back after a start, before somebody waits for it
  // A killed API's statement ends with it, instead of holding its locks against the next start.
  ...(process.platform === 'linux' && { client_connection_check_interval: '1s' }),
}

export type Launched = { port: number; version: string; adopted: boolean }

/**
 * `urlOf` gives the superuser's address at a port; `fixedPort` holds it where clients know it already.
 * Throws with the end of the server's log when it does not start.
 */
export async function launch(
  cluster: Cluster,
  urlOf: (port: number) => string,
  settings: Record<string, string>,
  fixedPort?: number,
): Promise<Launched> {
  const deadline = Date.now() + PATIENCE
  let starts = 0
  while (Date.now() < deadline) {
    if (!(await isRunning(cluster))) {
      if (starts === STARTS) throw new Error(`PostgreSQL does not start. The end of its log:\n${readLogEnd(cluster)}`)
      starts += 1
      await start(cluster, settings, fixedPort)
    }
    const port = readServerPort(path.join(cluster.data, 'postmaster.pid'))
    const version = port && (await askVersion(urlOf(port), cluster.data))
    if (version) return { port, version, adopted: starts === 0 }
    await wait(100) // it is starting, recovering or shutting down
  }
  throw new Error(`A server runs on ${cluster.data} (see its postmaster.pid) but does not answer`)
}

/** A start that fails is not an error yet: an old server may take a moment to go, or the port was just taken. */
async function start(cluster: Cluster, settings: Record<string, string>, fixedPort?: number): Promise<void> {
  const log = logOf(cluster)
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(log, `${log}.1`)
  const port = fixedPort ?? (await choosePort(path.join(cluster.folder, 'port')))
  const options = Object.entries({ ...SETTINGS, ...settings }).map(([name, value]) => `-c ${name}=${value}`)
  const server = [`-p ${port}`, ...options].join(' ')
  await run(cluster, 'pg_ctl', ['start', '-D', cluster.data, '-w', '-t', '120', '-l', log, '-o', server])
}

/** The version, or undefined while the server cannot answer yet. */
async function askVersion(url: string, data: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  client.on('error', () => undefined) // the query in flight rejects; without a listener it would end the process
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; data: string }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version, current_setting('data_directory') as data`,
    )
    if (rows[0] && path.resolve(rows[0].data) !== path.resolve(data)) return undefined
    return rows[0]?.version
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw new Error(`PostgreSQL refuses our password for ${data}`)
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

const logOf = (cluster: Cluster) => path.join(cluster.logs, 'postgresql.log')
const readLogEnd = (cluster: Cluster) => readFileSync(logOf(cluster), 'utf8').split('\n').slice(-12).join('\n')
