/** What people call records, for lists that name records of another noun. */
import type { Ctx, Tx } from '../ctx.ts'
import { fromFor } from './from.ts'
import { expressionsOf, sql, type RecordSet, type Sql } from './record-set.ts'

/** A relation of `id` and `title`: those among `ids` (a list or a subquery of one column) that the actor may see. */
export const titlesAmong = (ctx: Ctx | Tx, set: RecordSet, ids: Sql): Sql => {
  const id = expressionsOf(set, ctx)('id')
  const title = set.title ?? sql`null`
  const visible = set.visibleTo(ctx.actor, true)
  return sql`(select ${id} as id, coalesce((${title})::text, '') as title from ${fromFor(set, id, title, visible)}
    where ${id} in (${ids}) and ${visible})`
}
