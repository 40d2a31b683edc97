import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { diff, DRIFT, withCluster } from './diff.ts'

/**
 * Writes what the schema has and the migrations lack as a new migration of the checkout `root`. Returns its path, or undefined
 * when nothing is missing. Throws what Prisma says about a schema it cannot read.
 */
export async function writeMigration(root: string, name: string, now: Date): Promise<string | undefined> {
  const { status, sql, messages } = await withCluster(root, (address) => diff(root, address))
  if (status === null || (status !== DRIFT && status !== 0)) throw new Error(messages || 'Prisma did not answer')
  if (status !== DRIFT) return undefined
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const file = path.join('prisma/migrations', `${stamp}_${name}`, 'migration.sql')
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), sql)
  return file
}
