import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export const IN_STEP = 0
export const DRIFT = 2

export type Diff = { status: number | null; sql: string; messages: string }

/**
 * Borrows the tests' cluster of the checkout `root`: Prisma builds the migrations in a shadow database, which it makes and
 * drops there.
 */
export async function withCluster<T>(root: string, work: (address: string) => T): Promise<T> {
  const cluster = spawn(process.execPath, ['apps/api/src/test/cluster.ts'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(cluster, 'close')
  try {
    const address = String(await Promise.race([once(createInterface(cluster.stdout), 'line'), closed]))
    cluster.stdout.resume()
    return work(address)
  } finally {
    cluster.stdin.end()
    await closed
  }
}

/** What separates the migrations from a schema, as SQL; status 0 when nothing does, 2 when something does. */
export function diff(root: string, address: string, schema = 'prisma/schema'): Diff {
  const between = ['--from-migrations', 'prisma/migrations', '--to-schema', schema]
  const { status, stdout, stderr } = spawnSync('prisma', ['migrate', 'diff', ...between, '--exit-code', '--script'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'], // a CLI that waits for an answer hangs for ever
    encoding: 'utf8',
    timeout: 120_000,
  })
  return { status, sql: stdout, messages: stderr }
}
