/** The next rows to work on, under the lock of their import. */
import type { Decision } from '@rapport/domain/features/imports/import-choices.ts'
import type { ImportState } from '@rapport/domain/features/imports/import-choices.ts'
import type { Tx } from '../../../ctx.ts'
import { sql, type Sql } from '../../../records/record-set.ts'
import { loadImport, type StoredImport } from '../imports.queries.ts'
import type { RawRow } from './judge.ts'

/** The import, locked until the transaction ends; null when it is no longer in this state. */
export const lockImport = async (tx: Tx, id: string, status: ImportState): Promise<StoredImport | null> => {
  await tx.db.$queryRaw`select 1 from imports where id = ${id}::uuid for update`
  const stored = await loadImport(tx.db, id)
  return stored?.status === status ? stored : null
}

/** Rows after the cursor in order; with `open` those that have no outcome yet. */
export const nextRows = (tx: Tx, { id, cursor }: StoredImport, size: number, open: boolean): Promise<RawRow[]> =>
  readRows(
    tx,
    sql`"importId" = ${id}::uuid and "rowNo" > ${cursor} and (outcome is null or not ${open}) order by "rowNo" limit ${size}`,
  )

export const rowsByNumber = (tx: Tx, id: string, numbers: readonly number[]): Promise<RawRow[]> =>
  readRows(tx, sql`"importId" = ${id}::uuid and "rowNo" = any(${[...numbers]}::int[]) order by "rowNo"`)

type Row = [rowNo: number, raw: string[], decision: Decision | null]

// As one text: the rows of a batch are taken apart once, not value by value.
const readRows = async (tx: Tx, where: Sql): Promise<RawRow[]> => {
  const [found] = await tx.db.$queryRaw<{ rows: string | null }[]>`
    select json_agg(json_build_array("rowNo", raw, decision))::text as rows
    from (select "rowNo", raw, decision from import_rows where ${where}) chosen`
  const rows = JSON.parse(found?.rows ?? '[]') as Row[]
  return rows.map(([rowNo, raw, decision]) => ({ rowNo, raw, decision }))
}
