/** Many rows of one table changed in one statement, each with its own values, and stamped like every change. */
import type { Tx } from '../ctx.ts'
import { givenRows } from './given-rows.ts'
import { columnTypes, type InsertTable } from './insert-rows.ts'
import { join, raw, type RowView } from './record-set.ts'

/** Rows that are locked already. All have the same columns, whose names come from our own code; the version is counted up. */
export const updateRows = async (
  tx: Tx,
  table: InsertTable,
  rows: readonly (RowView & { id: string })[],
): Promise<void> => {
  const [first] = rows
  if (!first) return
  const types = await columnTypes(tx, table)
  const names = Object.keys(first)
  const given = givenRows(
    names.map((name) => ({ name, type: types.get(name) ?? 'text', values: rows.map((row) => row[name]) })),
  )
  const sets = names.filter((name) => name !== 'id').map((name) => raw(`"${name}" = given."${name}"`))
  await tx.db.$executeRaw`
    update ${raw(table)} changed set ${join(sets, ', ')}, version = changed.version + 1, "updatedAt" = ${tx.now}::timestamptz,
      "updatedById" = ${tx.actor.userId}::uuid
    from ${given} given where changed.id = given.id`
}
