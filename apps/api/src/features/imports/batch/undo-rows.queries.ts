/** The rows an undo has before it, each with the version its record has as long as nobody but the import wrote it. */
import type { WrittenRow } from '@rapport/domain/features/imports/decide-undo.ts'
import type { Tx } from '../../../ctx.ts'
import { sql, type Sql } from '../../../records/record-set.ts'
import type { StoredImport } from '../imports.queries.ts'
import { usedAmong } from './used-since.queries.ts'

export type UndoRow = WrittenRow & { rowNo: number; recordId: string }

type Stored = Omit<UndoRow, 'changes' | 'before'> & {
  changes: WrittenRow['changes'] | null
  before: { version: number; values: WrittenRow['before'] } | null
}

/** The last rows that wrote something, down from the cursor. */
export const rowsToUndo = async (tx: Tx, { id, entity, cursor }: StoredImport, size: number): Promise<UndoRow[]> => {
  const rows = await tx.db.$queryRaw<Stored[]>`
    with chosen as materialized (select "rowNo", outcome, "recordId", changes, before from import_rows
      where "importId" = ${id}::uuid and "rowNo" < ${cursor} and outcome in ('created', 'updated')
        and undo is distinct from 'undone' order by "rowNo" desc limit ${size}),
    written as materialized (${writesOf(id, sql`select "recordId" from chosen`)}),
    used as materialized (select id from ${usedAmong(entity, sql`select "recordId" from chosen where outcome = 'created'`)} hanging)
    select chosen."rowNo", chosen.outcome, chosen."recordId"::text, chosen.changes, chosen.before,
      coalesce((chosen.before->>'version')::int, 1) + coalesce((select sum(written.writes)::int from written
        where written."recordId" = chosen."recordId" and written."rowNo" > chosen."rowNo"), 0) as version,
      exists (select 1 from used where used.id = chosen."recordId") as "isUsed"
    from chosen order by chosen."rowNo" desc`
  return rows.map(({ changes, before, ...row }) => ({
    ...row,
    changes: changes ?? [],
    before: (before?.values ?? {}) as UndoRow['before'],
  }))
}

/** How often each row has written its record beside creating it: once, and once more when it was taken back. */
export const writesOf = (importId: string, ids: Sql): Sql => sql`
  select "rowNo", "recordId", case when undo = 'undone' then 2 else 1 end as writes from import_rows
  where "importId" = ${importId}::uuid and outcome = 'updated' and "recordId" in (${ids})`
