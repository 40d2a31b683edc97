/** Rows of several tables that belong together, in one statement: PostgreSQL does not wait for us between them. */
import type { Tx } from '../ctx.ts'
import { withReferencesHeld } from './held-references.ts'
import { insertsOf, type Insert } from './insert-rows.ts'
import { join, raw, sql, type Sql } from './record-set.ts'

/** Writes what was made ready; `whenSent` as with `Send`. */
export type Write = (tx: Tx, whenSent?: () => void) => Promise<void>

/**
 * Rows may refer to others of the same call by id. `beside` are further statements, which do not see the new rows. Made
 * outside of a transaction as well as inside the one that writes them.
 */
export const insertTogether = async (
  ctx: Pick<Tx, 'db'>,
  inserts: readonly Insert[],
  beside: readonly Sql[],
): Promise<Write> => {
  const filled = inserts.filter(({ rows }) => rows.length > 0)
  const statements = [...beside]
  for (const insert of filled) statements.push(...(await insertsOf(ctx, insert)))
  const together = statements.map((one, at) => sql`${raw(`w${at}`)} as (${one})`)
  const statement = sql`with ${join(together, ', ')} select`
  return (tx, whenSent) => withReferencesHeld(tx, filled, () => tx.services.send(tx.db, statement, whenSent))
}
