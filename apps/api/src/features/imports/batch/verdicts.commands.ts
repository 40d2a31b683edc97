/** Keeps what a check found with each row. */
import type { Tx } from '../../../ctx.ts'
import { givenRows } from '../../../records/given-rows.ts'
import type { Judged } from './importer.ts'

export const writeVerdicts = async (tx: Tx, importId: string, judged: readonly Judged[]): Promise<void> => {
  const numbers = judged.map(({ row }) => row.rowNo)
  await tx.db.$executeRaw`
    update import_rows r set verdict = u.verdict, "recordId" = u."recordId", errors = u.errors, changes = u.changes
    from ${givenRows([
      { name: 'rowNo', type: 'int', values: numbers },
      { name: 'verdict', type: 'text', values: judged.map(({ verdict }) => verdict) },
      { name: 'recordId', type: 'uuid', values: judged.map(({ existing }) => existing?.id) },
      {
        name: 'errors',
        type: 'jsonb',
        values: judged.map(({ row: { problems } }) => (problems.length > 0 ? problems : null)),
      },
      { name: 'changes', type: 'jsonb', values: judged.map(({ changes }) => (changes.length > 0 ? changes : null)) },
    ])} u
    where r."importId" = ${importId}::uuid and r."rowNo" = u."rowNo"
      and r."rowNo" between ${Math.min(...numbers)} and ${Math.max(...numbers)}`
}
