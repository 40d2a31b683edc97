/** The rows an undo has before it, each with the version its record has as long as nobody but the import wrote it. */
import type { WrittenRow } from '@rapport/domain/features/imports/decide-undo.ts'
import type { Tx } from '../../../ctx.ts'
import { sql } from '../../../records/record-set.ts'
import type { StoredImport } from '../imports.queries.ts'
import { usedAmong } from './used-since.queries.ts'

export type UndoRow = WrittenRow & { rowNo: number; recordId: string }

type Stored = Omit<UndoRow, 'changes' | 'before'> & {
  changes: WrittenRow['changes'] | null
  before: { version: number; values: WrittenRow['before'] } | null
}

/**
 * The last rows that wrote something, down from the cursor. A row that changed its record has written it once, and once more
 * when it was taken back. PostgreSQL knows little of rows that were written just now and would compare each with each: what
 * is asked here leaves it no such choice.
 */
export const rowsToUndo = async (tx: Tx, { id, entity, cursor }: StoredImport, size: number): Promise<UndoRow[]> => {
  const rows = await tx.db.$queryRaw<Stored[]>`
    with chosen as materialized (select "rowNo", outcome, "recordId" from import_rows
      where "importId" = ${id}::uuid and "rowNo" < ${cursor} and outcome in ('created', 'updated')
        and undo is distinct from 'undone' order by "rowNo" desc limit ${size}),
    used as materialized (select id from ${usedAmong(entity, sql`select "recordId" from chosen where outcome = 'created'`)} hanging),
    written as (select "rowNo", outcome, "recordId", changes, before, undo,
        sum(case when outcome = 'created' then 0 when undo = 'undone' then 2 else 1 end)
          over (partition by "recordId" order by "rowNo" desc rows between unbounded preceding and 1 preceding) as later
      from import_rows where "importId" = ${id}::uuid and outcome in ('created', 'updated')
        and ("recordId" in (select "recordId" from chosen)) is true)
    select "rowNo", outcome, "recordId"::text, changes, before,
      (coalesce((before->>'version')::int, 1) + coalesce(later, 0))::int as version, "recordId" in (select id from used) as "isUsed"
    from written where "rowNo" >= (select min("rowNo") from chosen) and "rowNo" < ${cursor} and undo is distinct from 'undone'
    order by "rowNo" desc`
  return rows.map(({ changes, before, ...row }) => ({
    ...row,
    changes: changes ?? [],
    before: (before?.values ?? {}) as UndoRow['before'],
  }))
}
