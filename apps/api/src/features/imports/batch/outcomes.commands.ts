/** What became of each row, kept in the transaction that did it. */
import { outcomes, type Outcome } from '@rapport/domain/features/imports/import-choices.ts'
import type { RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Tx } from '../../../ctx.ts'
import { givenRows } from '../../../records/given-rows.ts'
import { sql, type Sql } from '../../../records/record-set.ts'

export type Counts = Partial<Record<Outcome, number>>
export type Done = {
  rowNo: number
  outcome: Outcome
  recordId: string | null
  errors: RowProblem[] | null
  before: unknown
  changes: unknown
}

export const writeOutcomes = async (tx: Tx, importId: string, rows: readonly Done[]): Promise<void> => {
  if (rows.length > 0) await tx.db.$executeRaw(outcomesOf(importId, rows))
}

/** The statement that does it; there is at least one row. */
export const outcomesOf = (importId: string, rows: readonly Done[]): Sql => {
  const numbers = rows.map(({ rowNo }) => rowNo)
  return sql`
    update import_rows r set outcome = u.outcome, "recordId" = u."recordId", errors = u.errors, before = u.before, changes = u.changes
    from ${givenRows([
      { name: 'rowNo', type: 'int', values: numbers },
      { name: 'outcome', type: 'text', values: rows.map(({ outcome }) => outcome) },
      { name: 'recordId', type: 'uuid', values: rows.map(({ recordId }) => recordId) },
      { name: 'errors', type: 'jsonb', values: rows.map(({ errors }) => errors) },
      { name: 'before', type: 'jsonb', values: rows.map(({ before }) => before) },
      { name: 'changes', type: 'jsonb', values: rows.map(({ changes }) => changes) },
    ])} u
    where r."importId" = ${importId}::uuid and r."rowNo" = u."rowNo"
      and r."rowNo" between ${Math.min(...numbers)} and ${Math.max(...numbers)}`
}

export const failRow = (tx: Tx, importId: string, rowNo: number, problem: RowProblem): Promise<void> =>
  writeOutcomes(tx, importId, [
    { rowNo, outcome: 'failed', recordId: null, errors: [problem], before: null, changes: null },
  ])

/** Rows whose turn never came, because what they refer to did not come in. */
export const failWaiting = async (tx: Tx, importId: string): Promise<void> => {
  const problem: RowProblem = { column: null, target: null, code: 'import.waits', severity: 'error' }
  await tx.db.$executeRaw`
    update import_rows set outcome = 'failed', errors = ${JSON.stringify([problem])}::jsonb where "importId" = ${importId}::uuid and outcome is null`
}

export const countOutcomes = async (tx: Tx, importId: string): Promise<Record<Outcome, number>> => {
  const rows = await tx.db.$queryRaw<{ outcome: Outcome; rows: number }[]>`
    select outcome, count(*)::int as rows from import_rows where "importId" = ${importId}::uuid and outcome is not null group by outcome`
  return Object.fromEntries(
    outcomes.map((name) => [name, rows.find(({ outcome }) => outcome === name)?.rows ?? 0]),
  ) as Record<Outcome, number>
}
