/*
 * Hurts the embedded PostgreSQL of one home folder, and no other: its processes are the one named in its
 * postmaster.pid and that one's children.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The main process, or undefined where no server was started or it was stopped cleanly. */
export function findPostmaster(home: string): number | undefined {
  const file = path.join(home, 'postgres/data/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

/** Sends a signal to every process of the server; the main one first stands still, so that none is born meanwhile. */
export function signalPostgres(home: string, signal: NodeJS.Signals): void {
  const postmaster = findPostmaster(home)
  if (!postmaster || !isPostgres(postmaster)) throw new Error(`No PostgreSQL runs in ${home}`)
  if (signal !== 'SIGCONT') send(postmaster, 'SIGSTOP')
  for (const pid of [...findChildren(postmaster), postmaster]) send(pid, signal)
}

/** Ends the server as an administrator would: `fast` ends its connections, `immediate` is a crash with an exit code. */
export function stopPostgres(home: string, mode: 'fast' | 'immediate'): void {
  const postmaster = findPostmaster(home)
  if (postmaster && isPostgres(postmaster)) send(postmaster, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
}

/** The address of the home's database as this role: the application's, or the superuser's on its own database. */
export function databaseUrl(home: string, role: 'rapport' | 'postgres' = 'rapport'): string {
  const passwords = JSON.parse(readFileSync(path.join(home, 'postgres/passwords.json'), 'utf8')) as Record<
    string,
    string
  >
  const port = readFileSync(path.join(home, 'postgres/port'), 'utf8').trim()
  return `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${role}?sslmode=disable`
}

/** Guards against a number that another program has by now. */
const isPostgres = (pid: number) => readProcess(pid, 'comm').trim() === 'postgres'

function findChildren(parent: number): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => Number(readProcess(pid, 'stat').split(') ')[1]?.split(' ')[1]) === parent)
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // ended meanwhile
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
