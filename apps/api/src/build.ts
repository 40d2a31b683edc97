/** Which product this is, and which build of it; told in every reply, so that a stale client can ask to reload. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** The folder of the built SPA. */
export const WEB = path.join(ROOT, 'apps/web/dist')

export const version = readVersion()
/** Changes with the version and with any file of the SPA, whose names in index.html carry their hashes. */
export const build = hashBuild()

function readVersion(): string {
  const file = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }
  return file.version
}

function hashBuild(): string {
  const index = path.join(WEB, 'index.html')
  const hash = createHash('sha256').update(version)
  return (existsSync(index) ? hash.update(readFileSync(index)) : hash).digest('hex').slice(0, 12)
}
