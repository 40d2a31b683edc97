/** Many rows of one table in few statements, for work on batches. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Tx } from '../ctx.ts'
import { join, raw, sql, type RowView } from './record-set.ts'

export type InsertTable =
  | 'customers'
  | 'contacts'
  | 'customer_contacts'
  | 'products'
  | 'opportunities'
  | 'opportunity_lines'
  | 'stage_moves'
  | 'teams'
  | 'users'

/**
 * Inserts the rows. Where a row leaves out a column that others set, it gets null, or the column's default for those named
 * in `defaulted`. One parameter carries all rows of a statement. Keys are columns and come from our own code.
 */
export const insertRows = async (
  tx: Pick<Tx, 'db'>,
  table: InsertTable,
  rows: readonly RowView[],
  defaulted: ReadonlySet<string> = new Set(),
): Promise<void> => {
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  for (const [left, group] of groupsOf(
    rows,
    all.filter((name) => defaulted.has(name)),
  )) {
    const columns = join(
      all.filter((name) => !left.split(' ').includes(name)).map((name) => raw(`"${name}"`)),
      ', ',
    )
    await tx.db.$executeRaw(sql`
      insert into ${raw(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${raw(table)}, ${JSON.stringify(group)}::jsonb)`)
  }
}

// Rows by the defaulted columns they leave out.
const groupsOf = (rows: readonly RowView[], defaulted: readonly string[]): Map<string, RowView[]> => {
  const groups = new Map<string, RowView[]>()
  for (const row of rows) {
    const left = defaulted.filter((name) => row[name] === undefined).join(' ')
    const group = groups.get(left)
    if (group) group.push(row)
    else groups.set(left, [row])
  }
  return groups
}

/** The columns of a noun for which the database has a default. */
export const defaultedIn = (fields: Fields): ReadonlySet<string> =>
  new Set(Object.entries(fields).flatMap(([name, field]) => (field.hasDefault ? [name] : [])))

/** Fresh ids, in the order of time. */
export const newIds = async (tx: Pick<Tx, 'db'>, count: number): Promise<string[]> => {
  if (count === 0) return []
  const rows = await tx.db.$queryRaw<
    { id: string }[]
  >`select uuidv7()::text as id from generate_series(1, ${count}::int)`
  return rows.map(({ id }) => id)
}
