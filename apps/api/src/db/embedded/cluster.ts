/*
 * One cluster: where its files are, and the few commands that PostgreSQL's own programs know. postmaster.pid is read and
 * never touched; whether a server runs is for pg_ctl to say.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Account, canEnter, findAccount } from './account.ts'
import { type Binaries, findBinaries, makeOpenFolder, SHARED } from './binaries.ts'
import { readIfThere } from './port.ts'

export type Cluster = {
  /** Ours: passwords, port, lock. */
  folder: string
  /** PostgreSQL's, owned by its account. */
  data: string
  logs: string
  account: Account
  binaries: Binaries
}

/** Finds or makes the folders of the cluster under `home`. */
export async function findCluster(home: string): Promise<Cluster> {
  const folder = path.join(home, 'postgres')
  makeOpenFolder(folder)
  const place = choosePlace(home, folder)
  const data = path.join(place, 'data')
  const logs = path.join(place, 'logs')
  const account = findAccount(data)
  makeFolder(logs, account)
  return { folder, data, logs, account, binaries: await findBinaries(account) }
}

/** Beside the rest, unless PostgreSQL's account cannot get there; a note says where the data went, so it can move. */
function choosePlace(home: string, folder: string): string {
  const note = path.join(folder, 'location')
  const noted = readIfThere(note).trim()
  if (noted || existsSync(path.join(folder, 'data')) || canEnter(findAccount(folder + '/data'), folder))
    return noted || folder
  const place = path.join(SHARED, createHash('sha256').update(home).digest('hex').slice(0, 12))
  makeOpenFolder(SHARED)
  makeOpenFolder(place)
  writeFileSync(note, `${place}\n`)
  return place
}

/** Makes a folder that only the account of PostgreSQL can read. */
export function makeFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid)
}

/** Makes a folder anew, empty. */
export function makeEmptyFolder(folder: string, account: Account): void {
  rmSync(folder, { recursive: true, force: true })
  makeFolder(folder, account)
}

/** Runs one of the programs to its end. `output` has what it said on stderr. */
export function run(
  cluster: Cluster,
  program: keyof Binaries,
  args: string[],
): Promise<{ code: number; output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number; output: string }>()
  // A known environment: a stray LANG stops initdb, a stray PGOPTIONS changes the server.
  const env = process.platform === 'win32' ? undefined : { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  const child = spawn(cluster.binaries[program], args, {
    ...cluster.account,
    cwd: '/',
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.on('error', reject)
  child.on('exit', (code) => resolve({ code: code ?? -1, output: output.trim() }))
  return promise
}

/** True when a server runs on this data folder, whoever started it. */
export async function isRunning(cluster: Cluster): Promise<boolean> {
  return (await run(cluster, 'pg_ctl', ['status', '-D', cluster.data])).code === 0
}
