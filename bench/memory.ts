/** The resident memory of a process while it is under load. */
import { readFileSync } from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'

const EVERY = 250

/** Watches until `stop`, which returns the most seen, in MB. */
export function watchMemory(pid: number): { stop(): number } {
  let most = 0
  const look = () => {
    if (isAlive(pid)) most = Math.max(most, residentOf(pid))
  }
  const timer = setInterval(look, EVERY).unref()
  return {
    stop() {
      clearInterval(timer)
      look()
      return most
    },
  }
}

/** The same for the process beside a server in which heavy jobs are done, whenever one comes; 0 when none came. */
export function watchApart(serverPid: number): { stop(): number } {
  let watch: { stop(): number } | null = null
  const look = () => {
    const pid = apartOf(serverPid)
    if (pid) watch = watchMemory(pid)
    if (pid) clearInterval(timer)
  }
  const timer = setInterval(look, EVERY).unref()
  return {
    stop() {
      clearInterval(timer)
      return watch?.stop() ?? 0
    },
  }
}

function apartOf(serverPid: number): number | undefined {
  const { stdout } = spawnSync('pgrep', ['-P', String(serverPid), '-f', 'src/apart'], { encoding: 'utf8' })
  return Number(stdout) || undefined
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false // a run that failed has stopped its servers
  }
}

function residentOf(pid: number): number {
  const kilobytes =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}
