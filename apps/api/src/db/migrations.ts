/** The migration files as they lie in their folder. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export type Migration = {
  name: string
  sql: string
  checksum: string
  /** Builds an index without blocking writers, which a transaction cannot hold. */
  concurrently: boolean
}

/** Where the product's own migrations are. */
export const MIGRATIONS = path.resolve(import.meta.dirname, '../../../../prisma/migrations')

/** Oldest first. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  const concurrently = isConcurrent(sql)
  if (concurrently && !/\bconcurrently\s+if\s+not\s+exists\b/i.test(sql)) {
    throw new Error(`Migration ${name} needs CREATE INDEX CONCURRENTLY IF NOT EXISTS, so that it can be done again`)
  }
  return { name, sql, checksum, concurrently }
}

const isConcurrent = (sql: string) => /\bconcurrently\b/i.test(sql.replaceAll(/--.*$/gm, ''))
