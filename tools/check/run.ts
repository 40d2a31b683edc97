import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from '../source/files.ts'

export type Step = {
  name: string
  command: string
  /** Give up after so many minutes: a check that hangs is a check that failed. */
  minutes?: number
  /** Nothing after this step makes sense when it fails. */
  vital?: boolean
  /** Its output is the result, so it is shown also when all is well. */
  loud?: boolean
}

export type Counts = { passed: number; failed: number; skipped: number }
export type Outcome = Counts & { seconds: number; output: string }

const COUNTS = /^(\d+) passed, (\d+) failed, (\d+) skipped$/gm

/**
 * Runs one step and counts it. A runner of tests says in its last such line what it counted; any other check counts as one
 * test. A step that ends badly has at least one failure, whatever it printed.
 */
export async function runStep(step: Step): Promise<Outcome> {
  const started = performance.now()
  const { code, output } = await run(step.command, (step.minutes ?? 5) * 60_000)
  const counts = readCounts(output) ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
  const failed = code === 0 ? counts.failed : Math.max(counts.failed, 1)
  return { ...counts, failed, seconds: (performance.now() - started) / 1000, output }
}

/** The counts of the last line `N passed, N failed, N skipped`, if there is one. */
export function readCounts(output: string): Counts | undefined {
  const line = [...output.matchAll(COUNTS)].at(-1)
  return line && { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3]) }
}

export const sum = (all: Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  skipped: all.reduce((total, { skipped }) => total + skipped, 0),
})

export const inWords = ({ passed, failed, skipped }: Counts) => `${passed} passed, ${failed} failed, ${skipped} skipped`

// The tools of this checkout first, and the Node they were installed for.
const environment = () => ({
  ...process.env,
  NO_COLOR: '1',
  PATH: [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
})

function run(command: string, timeout: number): Promise<{ code: number; output: string }> {
  const child = spawn(command, {
    shell: true,
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const stop = () => child.pid && process.kill(-child.pid, 'SIGKILL')
  const timer = setTimeout(() => {
    output += `\nstopped after ${timeout / 60_000} minutes\n`
    stop()
  }, timeout)
  process.once('exit', stop)
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer)
      process.off('exit', stop)
      resolve({ code: code ?? 1, output })
    })
  })
}
