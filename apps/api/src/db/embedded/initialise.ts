/*
 * The first start: passwords, then initdb beside the final folder, then one rename; a start killed half-way
 * leaves nothing that the next one could mistake for a cluster.
 */
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Cluster, makeEmptyFolder, run } from './cluster.ts'

/** Of the superuser, who makes the database, and of the application, which owns it and is none. */
export type Passwords = { postgres: string; rapport: string }

const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/** Makes the cluster unless it exists, and returns its passwords. */
export async function initialise(
  cluster: Cluster,
  initdbArgs: string[],
  log: (text: string) => void,
): Promise<Passwords> {
  const passwords = readPasswords(cluster)
  if (existsSync(cluster.data)) return passwords
  log(`Making the database in ${cluster.data}`)
  const unfinished = `${cluster.data}.unfinished-${process.pid}` // another's initdb may still be at work on its own
  makeEmptyFolder(unfinished, cluster.account)
  const passwordFile = path.join(cluster.logs, 'initdb-password')
  writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 })
  const { uid, gid } = cluster.account
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid)
  try {
    const login = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    const { code, output } = await run(cluster, 'initdb', ['-D', unfinished, ...LOCALE, ...login, ...initdbArgs])
    if (code !== 0) throw new Error(`initdb could not make a database cluster in ${cluster.data}: ${output}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, cluster.data)
  removeLeftovers(cluster)
  return passwords
}

/** What killed starts left; kept until there is a cluster, because their initdb may outlive them for a moment. */
function removeLeftovers({ data }: Cluster): void {
  const isLeftover = (name: string) => name.startsWith(`${path.basename(data)}.unfinished-`)
  for (const name of readdirSync(path.dirname(data)).filter(isLeftover)) {
    rmSync(path.join(path.dirname(data), name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function readPasswords(cluster: Cluster): Passwords {
  const file = path.join(cluster.folder, 'passwords.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords
  if (existsSync(cluster.data)) throw new Error(`${file} is missing, without which the database cannot be opened`)
  const passwords = { postgres: newPassword(), rapport: newPassword() }
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, `${JSON.stringify(passwords)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
  return passwords
}

const newPassword = () => randomBytes(24).toString('base64url')
