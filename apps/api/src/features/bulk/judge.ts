/** One record of a bulk change: the rules of all records, then those of its noun. */
import { decideChange, type Verdict } from '@rapport/domain/features/bulk/bulk.rules.ts'
import type { Tx } from '../../ctx.ts'
import type { BulkNoun } from './bulk-noun.ts'
import type { Row } from './rows.queries.ts'
import type { Wanted } from './wanted.commands.ts'

/** What is to be read of each record. */
export const namesOf = ({ changes }: Wanted): string[] => Object.keys(changes)

/** `version` is that of the record when it was selected. */
export const judge = (tx: Tx, noun: BulkNoun, wanted: Wanted, row: Row | undefined, version: number): Verdict => {
  const found = row ? { version: row.version, allowed: row.can[wanted.verb] === true, values: row.values } : null
  const verdict = decideChange(found, version, wanted.changes, tx.actor.timeZone)
  // A record that is deleted has nothing to differ in.
  if (wanted.action === 'delete' && verdict.outcome === 'unchanged')
    return { outcome: 'changed', before: {}, after: {} }
  if (verdict.outcome !== 'changed' || !row) return verdict
  const code = noun.refusal?.(tx, row, verdict.after, wanted) ?? null
  return code ? { outcome: 'failed', code } : verdict
}
