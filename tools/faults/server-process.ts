/** The real server as a child process, on a port and a home of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../source/files.ts'

export type ServerProcess = {
  child: ChildProcess
  /** What it has written to the console so far. */
  output(): string
  /** Resolves with the exit code, null after a signal. */
  ended: Promise<number | null>
}

const SERVER = path.join(root, 'apps/api/src/server.ts')
const YOUNG = ['--min-semi-space-size=8', '--max-semi-space-size=8', '--no-parallel-scavenge']
// Where tools/app.ts keeps what was compiled, and what tools/start.mjs says of memory: these start as a user's.
const AS_STARTED = {
  NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/rapport'),
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1000000',
  MALLOC_TRIM_THRESHOLD_: '1000000',
}

/** Starts it with exactly these variables; nothing of our own environment gets in but PATH. */
export function spawnServer(env: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, [...YOUNG, SERVER], {
    cwd: root,
    env: { PATH: process.env.PATH, ...AS_STARTED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, output: () => text, ended }
}

/** Waits until /readyz says 200 and returns how long that took, in ms. Fails early when the server ended. */
export async function waitUntilReady(url: string, server: ServerProcess, patience = 60_000): Promise<number> {
  const begin = performance.now()
  while (performance.now() - begin < patience) {
    const status = await fetch(`${url}/readyz`).then(
      (reply) => reply.status,
      () => 0,
    )
    if (status === 200) return performance.now() - begin
    if (server.child.exitCode !== null) break
    await wait(25)
  }
  throw new Error(`The server is not ready after ${Math.round(performance.now() - begin)} ms:\n${server.output()}`)
}

/** How much slower than alone on it this machine is now: a start that only reads its own code takes 0.4 s there. */
export async function measureSlowness(): Promise<number> {
  const begin = performance.now()
  await spawnServer({ PORT: 'none' }).ended
  return Math.max(1, (performance.now() - begin) / 400)
}

/** A port that is free now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
