/** Keeps what a check found with each row. */
import type { Tx } from '../../../ctx.ts'
import type { Judged } from './importer.ts'

export const writeVerdicts = async (tx: Tx, importId: string, judged: readonly Judged[]): Promise<void> => {
  const rows = judged.map(({ row, verdict, existing, changes }) => ({
    rowNo: row.rowNo,
    verdict,
    recordId: existing?.id ?? null,
    errors: row.problems.length > 0 ? row.problems : null,
    changes: changes.length > 0 ? changes : null,
  }))
  await tx.db.$executeRaw`
    update import_rows r set verdict = u.verdict, "recordId" = u."recordId", errors = u.errors, changes = u.changes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u("rowNo" int, verdict text, "recordId" uuid, errors jsonb, changes jsonb)
    where r."importId" = ${importId}::uuid and r."rowNo" = u."rowNo"`
}
