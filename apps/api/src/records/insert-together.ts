/** Rows of several tables that belong together, in one statement: PostgreSQL does not wait for us between them. */
import { setImmediate as pause } from 'node:timers/promises'
import type { Tx } from '../ctx.ts'
import { withReferencesHeld } from './held-references.ts'
import { insertsOf, type Insert } from './insert-rows.ts'
import { join, raw, sql, type Sql } from './record-set.ts'

/** Writes what was made ready; calls `whenSent` once PostgreSQL has its hands full and we have ours free. */
export type Write = (whenSent?: () => void) => Promise<void>

/** Rows may refer to others of the same call by id. `beside` are further statements, which do not see the new rows. */
export const insertTogether = async (
  tx: Pick<Tx, 'db'>,
  inserts: readonly Insert[],
  beside: readonly Sql[],
): Promise<Write> => {
  const filled = inserts.filter(({ rows }) => rows.length > 0)
  const statements = [...beside]
  for (const insert of filled) statements.push(...(await insertsOf(tx, insert)))
  const together = statements.map((one, at) => sql`${raw(`w${at}`)} as (${one})`)
  return (whenSent) =>
    withReferencesHeld(tx, filled, async () => {
      const writing = tx.db.$executeRaw`with ${join(together, ', ')} select`
      writing.catch(() => undefined) // heard of where it is awaited
      await pause()
      whenSent?.()
      await writing
    })
}
