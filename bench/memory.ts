/** The resident memory of a process while it is under load. */
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const EVERY = 250

/** Watches until `stop`, which returns the most seen, in MB. */
export function watchMemory(pid: number): { stop(): number } {
  let most = 0
  const look = () => {
    if (isAlive(pid)) most = Math.max(most, residentOf(pid))
  }
  const timer = setInterval(look, EVERY)
  return {
    stop() {
      clearInterval(timer)
      look()
      return most
    },
  }
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
