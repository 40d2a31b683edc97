/** Builds the SPA unless its sources are those it was built from. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './source/files.ts'

const WEB = path.join(root, 'apps/web')
const STAMP = path.join(WEB, 'dist/.built-from')
const SOURCES = ['apps/web', 'packages/domain', 'pnpm-lock.yaml']
const NOT_SOURCES = new Set(['node_modules', 'dist'])
const TIMEOUT = 300_000

/** Returns true when it had to build. Throws with what vite said. */
export function buildWeb(): boolean {
  const source = hashSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === source) return false
  console.log('Building the pages; this is done once after each change')
  const vite = path.join(WEB, 'node_modules/vite/bin/vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: TIMEOUT,
  })
  if (status !== 0) throw new Error(`vite build failed:\n${stdout}${stderr}`)
  writeFileSync(STAMP, source)
  return true
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => listFiles(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function listFiles(place: string): string[] {
  if (path.extname(place) === '.yaml') return [place]
  return readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCES.has(name) && !/\.test\.tsx?$/.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(place, entry.name)
      return entry.isDirectory() ? listFiles(full) : [full]
    })
}

if (import.meta.main) console.log(buildWeb() ? 'The SPA was built' : 'The SPA is up to date')
