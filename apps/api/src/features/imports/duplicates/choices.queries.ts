/** Which of its matches a row is to change, and why it is created nevertheless. */
import type { Tx } from '../../../ctx.ts'
import type { Judged } from '../batch/importer.ts'

type Choice = { recordId: string | null; reason: string | null }

/** By the number of the row; asked only where something was decided. */
export const loadChoices = async (
  tx: Tx,
  importId: string,
  rows: readonly Judged[],
): Promise<ReadonlyMap<number, Choice>> => {
  const decided = rows.filter(({ decision }) => decision !== null).map(({ row }) => row.rowNo)
  if (decided.length === 0) return new Map()
  const found = await tx.db.$queryRaw<(Choice & { rowNo: number })[]>`
    select "rowNo", "chosenId"::text as "recordId", reason from import_rows
    where "importId" = ${importId}::uuid and "rowNo" = any(${decided}::int[]) and ("chosenId" is not null or reason is not null)`
  return new Map(found.map(({ rowNo, ...choice }) => [rowNo, choice]))
}

/** The rows of the file that these were found to be. */
export const rowsBefore = async (tx: Tx, importId: string, numbers: readonly number[]): Promise<number[]> => {
  const found = await tx.db.$queryRaw<{ rowNo: number }[]>`
    select distinct (one->>'rowNo')::int as "rowNo" from import_rows, jsonb_array_elements(matches->'sameAs') one
    where "importId" = ${importId}::uuid and "rowNo" = any(${[...numbers]}::int[])`
  return found.map(({ rowNo }) => rowNo)
}
