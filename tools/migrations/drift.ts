/*
 * Whether the migrations, run one after the other, give the schema that prisma/schema describes; a pending change is printed
 * as the SQL that is missing. The check proves itself on a copy of the schema with a table that no migration makes.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../source/files.ts'
import { diff, DRIFT, IN_STEP, withCluster } from './diff.ts'

const { real, planted } = await withCluster(root, (address) => ({
  real: diff(root, address),
  planted: diffPlanted(address),
}))

if (real.status !== IN_STEP) console.error(real.sql, real.messages)
if (real.status === DRIFT) console.error('The migrations do not give the schema: the SQL above is missing.')
if (planted.status !== DRIFT)
  console.error(`The planted table was not noticed (exit ${planted.status}): ${planted.messages}`)
process.exitCode = real.status === IN_STEP && planted.status === DRIFT ? 0 : 1

function diffPlanted(address: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-drift-'))
  try {
    cpSync(path.join(root, 'prisma/schema'), folder, { recursive: true })
    writeFileSync(path.join(folder, 'planted.prisma'), 'model Planted {\n  id Int @id\n}\n')
    return diff(root, address, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
