/**
 * Deleting is putting aside: the record and what goes with it get one batch, named after the record, and come back
 * together. Every reader leaves out rows with `deletedAt`.
 */
import type { Tx } from '../ctx.ts'
import { sameVersion } from './versions.ts'
import { join, raw, sql, type Sql } from './record-set.ts'

/** Tables with a trash, parents before children. */
export const trashTables = ['customers', 'contacts', 'products', 'opportunities', 'activities'] as const
export type TrashTable = (typeof trashTables)[number]

/**
 * Puts rows into the trash, each with the batch of its `root`, a uuid of this row; rows that lie there already keep their
 * own. Returns how many went with each root.
 */
export const moveToTrash = async (
  tx: Tx,
  table: TrashTable,
  where: Sql,
  root: Sql = sql`row.id`,
): Promise<Map<string, number>> => {
  const counted = await tx.db.$queryRaw<{ root: string; count: number }[]>`
    with moved as (
      update ${raw(table)} row set "deletedAt" = ${tx.now}, "deletedById" = ${tx.actor.userId}::uuid, "deleteBatchId" = ${root},
        version = version + 1, "updatedAt" = ${tx.now}, "updatedById" = ${tx.actor.userId}::uuid
      where row."deletedAt" is null and ${where} returning "deleteBatchId")
    select "deleteBatchId"::text as root, count(*)::int as count from moved group by 1`
  return new Map(counted.map(({ root: id, count }) => [id, count]))
}

/** A record on its way into the trash: locked, and seen by somebody who may delete it. */
export type Leaving = { id: string; version: number }

/** Brings back everything that went with `root`. */
export const takeFromTrash = async (tx: Tx, root: string): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const table of trashTables) {
    counts[table] = await tx.db.$executeRaw`
      update ${raw(table)} set "deletedAt" = null, "deletedById" = null, "deleteBatchId" = null,
        version = version + 1, "updatedAt" = ${tx.now}, "updatedById" = ${tx.actor.userId}::uuid
      where "deleteBatchId" = ${root}::uuid`
  }
  return counts
}

/** How many records lie in a batch. */
export const batchSize = (batch: Sql): Sql =>
  sql`(${join(
    trashTables.map((table) => sql`(select count(*) from ${raw(table)} row where row."deleteBatchId" = ${batch})`),
    ' + ',
  )})::int`

/** DELETE checks the version when one is sent. Errors: 412 for a stale one. */
export const sameVersionIfSent = (tx: Tx, current: { version: number }): void => {
  if (tx.ifMatch !== null) sameVersion(tx, current, {})
}
