/*
 * Whether the migrations, run one after the other, give the schema that prisma/schema describes. Prisma builds them in a
 * shadow database, which it makes and drops in the tests' cluster; a pending change is printed as the SQL that is missing.
 * The check proves itself on a copy of the schema with a table that no migration makes.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './source/files.ts'

const IN_STEP = 0
const DRIFT = 2

const cluster = spawn(process.execPath, ['apps/api/src/test/cluster.ts'], {
  cwd: root,
  stdio: ['pipe', 'pipe', 'inherit'],
})
const closed = once(cluster, 'close')
const address = String(await Promise.race([once(createInterface(cluster.stdout), 'line'), closed]))
cluster.stdout.resume()

const real = diff('prisma/schema')
const planted = diffPlanted()
cluster.stdin.end()
await closed

if (real.status !== IN_STEP) console.error(real.output)
if (real.status === DRIFT) console.error('The migrations do not give the schema: the SQL above is missing.')
if (planted.status !== DRIFT)
  console.error(`The planted table was not noticed (exit ${planted.status}):\n${planted.output}`)
process.exitCode = real.status === IN_STEP && planted.status === DRIFT ? 0 : 1

function diff(schema: string): { status: number | null; output: string } {
  const from = ['--from-migrations', 'prisma/migrations', '--to-schema', schema]
  const { status, stdout, stderr } = spawnSync('prisma', ['migrate', 'diff', ...from, '--exit-code', '--script'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'], // a CLI that waits for an answer hangs for ever
    encoding: 'utf8',
    timeout: 120_000,
  })
  return { status, output: stdout + stderr }
}

function diffPlanted() {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-drift-'))
  try {
    cpSync(path.join(root, 'prisma/schema'), folder, { recursive: true })
    writeFileSync(path.join(folder, 'planted.prisma'), 'model Planted {\n  id Int @id\n}\n')
    return diff(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
