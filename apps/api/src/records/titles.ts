/** What people call records, for lists that name records of another noun. */
import type { Ctx, Tx } from '../ctx.ts'
import { fromFor } from './from.ts'
import { expressionsOf, sql, type RecordSet } from './record-set.ts'
import { selectRows } from './rows.ts'

/** Titles of those the actor may see, by id; one statement. */
export const recordTitles = async (
  ctx: Ctx | Tx,
  set: RecordSet,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const id = expressionsOf(set, ctx)('id')
  const title = set.title ?? sql`null`
  const visible = set.visibleTo(ctx.actor)
  const rows = await selectRows<{ id: string; title: string | null }>(
    ctx,
    sql`select ${id}::text as id, (${title})::text as title from ${fromFor(set, id, title, visible)}
      where ${id} = any(${[...ids]}::uuid[]) and ${visible}`,
  )
  return new Map(rows.map((row) => [row.id, row.title ?? '']))
}
