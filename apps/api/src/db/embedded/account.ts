/*
 * Who runs PostgreSQL. It refuses to run as root, so root lends it the account `postgres`, else `nobody`; whoever
 * already owns the data stays its owner.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** What spawn takes; empty where PostgreSQL may run as ourselves. */
export type Account = { uid?: number; gid?: number }

/** The account for the cluster in `data`, which need not exist yet. */
export function findAccount(data: string): Account {
  const me = process.getuid?.()
  const owner = statSync(data, { throwIfNoEntry: false })
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me)
      throw new Error(`The database in ${data} belongs to another user; start Rapport as that user, or as root.`)
    return {}
  }
  if (owner) return { uid: owner.uid, gid: owner.gid }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL does not run as root and there is no user "postgres" or "nobody" to lend it')
  return { uid: Number(user[2]) >>> 0, gid: Number(user[3]) >>> 0 } // macOS writes nobody as -2
}

/** Asks the kernel, as that account, whether every folder on the way can be entered. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  )
}
