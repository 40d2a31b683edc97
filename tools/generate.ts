/*
 * Generates the Prisma client unless the schema is the one it was generated from. The CLI runs under a timeout and with
 * its stdin closed, because one that waits for an answer hangs for ever.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const SCHEMA = path.join(ROOT, 'prisma/schema')
const STAMP = path.join(ROOT, 'prisma/generated/generated-from')
const TIMEOUT = 120_000

/** Returns true when it had to generate. Throws with what Prisma said. */
export function generate(): boolean {
  const source = hashSchema()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === source) return false
  const prisma = path.join(ROOT, 'node_modules/prisma/build/index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: TIMEOUT,
  })
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`)
  writeFileSync(STAMP, source)
  return true
}

function hashSchema(): string {
  const hash = createHash('sha256')
  const files = readdirSync(SCHEMA).filter((name) => name.endsWith('.prisma'))
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join(SCHEMA, name)))
  return hash.update(readFileSync(path.join(ROOT, 'node_modules/prisma/package.json'))).digest('hex')
}

if (import.meta.main) console.log(generate() ? 'Prisma client generated' : 'Prisma client is up to date')
