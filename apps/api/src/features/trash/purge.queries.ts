/** What has lain in the trash for its time. */
import type { Ctx, Tx } from '../../ctx.ts'
import { join, raw, sql } from '../../records/record-set.ts'
import { trashTables, type TrashTable } from '../../records/trash.ts'

export type Due = { id: string; entity: TrashTable; deletedAt: Date }

/** Deleted by themselves at `before` or earlier, the oldest first, after this one. */
export const dueEntries = (ctx: Ctx, before: Date, after: Due | null, limit: number): Promise<Due[]> => {
  const entries = trashTables.map(
    (table) => sql`
      select id, ${table}::text as entity, "deletedAt" from ${raw(table)}
      where "deleteBatchId" is not null and "deleteBatchId" = id and "deletedAt" <= ${before}`,
  )
  const beyond = after ? sql`where ("deletedAt", id) > (${after.deletedAt}::timestamptz, ${after.id}::uuid)` : sql``
  return ctx.db.$queryRaw<Due[]>`
    select id, entity, "deletedAt" from (${join(entries, ' union all ')}) due ${beyond} order by "deletedAt", id limit ${limit}`
}

/** Whether it lies there still, as old as it was, and nobody has brought it back just now; held until the transaction ends. */
export const isStillDue = async (tx: Tx, { id, entity, deletedAt }: Due): Promise<boolean> => {
  const held = await tx.db.$queryRaw<unknown[]>`
    select 1 from ${raw(entity)} where id = ${id}::uuid and "deleteBatchId" = id and "deletedAt" = ${deletedAt} for update`
  return held.length > 0
}

/** All records of the batch. */
export const idsInBatch = async (tx: Tx, batch: string): Promise<string[]> => {
  const all = trashTables.map((table) => sql`select id from ${raw(table)} where "deleteBatchId" = ${batch}::uuid`)
  const rows = await tx.db.$queryRaw<{ id: string }[]>(sql`${join(all, ' union all ')}`)
  return rows.map(({ id }) => id)
}
