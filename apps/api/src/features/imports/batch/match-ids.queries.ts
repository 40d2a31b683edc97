/** Records by the ids they have here, of any noun. */
import type { Tx } from '../../../ctx.ts'
import { fromFor } from '../../../records/from.ts'
import { expressionsOf, sql, type RecordSet } from '../../../records/record-set.ts'
import type { Match } from './importer.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Those the caller sees; what is no id finds none. */
export const matchIds = (tx: Tx, records: RecordSet, values: readonly string[]): Promise<Match[]> => {
  const ids = [...new Set(values.map((value) => value.toLowerCase()))].filter((value) => uuid.test(value))
  if (ids.length === 0) return Promise.resolve([])
  const id = expressionsOf(records, tx)('id')
  // Some are called differently in each language.
  const title =
    records.fields.label?.kind === 'label'
      ? expressionsOf(records, tx)('label')
      : sql`to_jsonb(${records.title ?? sql`''`})`
  const visible = records.visibleTo(tx.actor, true)
  return tx.db.$queryRaw<Match[]>`
    select ${id}::text as value, ${id}::text as id, ${title} as label, true as certain
    from ${fromFor(records, title, visible)} where ${id} = any(${ids}::uuid[]) and ${visible}`
}
