/** What people call records, for lists that name records of another noun. */
import type { Ctx, Tx } from '../ctx.ts'
import { expressionsOf, sql, type RecordSet } from './record-set.ts'

/** Titles of those the actor may see, by id; one statement. */
export const recordTitles = async (
  ctx: Ctx | Tx,
  set: RecordSet,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const id = expressionsOf(set, ctx)('id')
  const rows = await ctx.db.$queryRaw<{ id: string; title: string | null }[]>`
    select ${id}::text as id, (${set.title ?? sql`null`})::text as title from ${set.from}
    where ${id} = any(${[...ids]}::uuid[]) and ${set.visibleTo(ctx.actor)}`
  return new Map(rows.map((row) => [row.id, row.title ?? '']))
}
