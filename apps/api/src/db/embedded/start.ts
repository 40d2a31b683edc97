/*
 * The embedded PostgreSQL: adopt the server that runs on our folder, else start one; never a second one, and never a
 * hand on postmaster.pid, which is PostgreSQL's to judge. It outlives a killed API and is adopted by the next start.
 */
import path from 'node:path'
import { findCluster, isRunning, run } from './cluster.ts'
import { initialise } from './initialise.ts'
import { launch } from './launch.ts'
import { takeLock } from './lock.ts'
import { countOthers, ensureDatabase } from './role.ts'

export type Embedded = {
  /** The application's own database, as a role that is not a superuser. */
  url: string
  /** The superuser on the database `postgres`: for tests and backups, not for requests. */
  adminUrl: string
  version: string
  /** Where its files are. */
  folder: string
  /** True when the server ran already. */
  adopted: boolean
  /** Starts the server again at the same address after it died; harmless while it runs. */
  revive(): Promise<void>
  /** Stops the server, unless another program still uses it. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Settings of the server, such as fsync: 'off' in tests. */
  settings?: Record<string, string>
  initdbArgs?: string[]
}

const UNKNOWN = 1 // a server that does not say who uses it is left alone

type Log = (text: string) => void

/** Returns when the server answers. `log` gets sentences for a person; errors name what is to be done. */
export async function startEmbedded(home: string, log: Log, options: EmbeddedOptions = {}): Promise<Embedded> {
  const cluster = await findCluster(home)
  const locked = async <T>(work: () => Promise<T>): Promise<T> => {
    const release = await takeLock(path.join(cluster.folder, 'start.lock'))
    return work().finally(release)
  }
  return locked(async () => {
    const passwords = await initialise(cluster, options.initdbArgs ?? [], log)
    const adminAt = (port: number) => address('postgres', passwords.postgres, port, 'postgres')
    const bringUp = (fixedPort?: number) => launch(cluster, adminAt, options.settings ?? {}, fixedPort)
    const { port, version, adopted } = await bringUp()
    const adminUrl = adminAt(port)
    await ensureDatabase(adminUrl, passwords.rapport)
    const stop = async () => {
      if (!(await isRunning(cluster))) return
      if ((await countOthers(adminUrl).catch(() => UNKNOWN)) > 0) return
      await run(cluster, 'pg_ctl', ['stop', '-D', cluster.data, '-m', 'fast', '-w'])
    }
    log(`PostgreSQL ${version} ${adopted ? 'was running and is used again' : 'started'} on port ${port}`)
    return {
      url: address('rapport', passwords.rapport, port, 'rapport'),
      adminUrl,
      version,
      folder: path.dirname(cluster.data),
      adopted,
      revive: () => locked(async () => void (await bringUp(port))),
      stop: () => locked(stop),
    }
  })
}

const address = (user: string, password: string, port: number, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
