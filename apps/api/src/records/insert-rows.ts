/** Many rows of one table in few statements, for work on batches. */
import { randomUUIDv7 } from 'node:crypto'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Tx } from '../ctx.ts'
import { givenRows } from './given-rows.ts'
import { join, raw, sql, type RowView, type Sql } from './record-set.ts'

export type InsertTable =
  | 'customers'
  | 'contacts'
  | 'customer_contacts'
  | 'products'
  | 'opportunities'
  | 'activities'
  | 'opportunity_lines'
  | 'ownership_periods'
  | 'stage_moves'
  | 'teams'
  | 'users'
  | 'close_date_changes'

/** Rows of a table; `defaulted` are the columns that have a default of their own. */
export type Insert = { table: InsertTable; rows: readonly RowView[]; defaulted?: ReadonlySet<string> }

/**
 * Inserts the rows. Where a row leaves out a column that others set, it gets null, or the column's default for those named
 * in `defaulted`. Keys are columns and come from our own code.
 */
export const insertRows = async (
  tx: Pick<Tx, 'db'>,
  table: InsertTable,
  rows: readonly RowView[],
  defaulted: ReadonlySet<string> = new Set(),
): Promise<void> => {
  const statements = await insertsOf(tx, { table, rows, defaulted })
  for (const statement of statements) await tx.db.$executeRaw(statement)
}

/** The statements that insert the rows: one for each set of defaulted columns left out. */
export const insertsOf = async (tx: Pick<Tx, 'db'>, { table, rows, defaulted = new Set() }: Insert): Promise<Sql[]> => {
  const names = [...namesIn(rows)]
  const types = await columnTypes(tx, table)
  const groups = groupsOf(
    rows,
    names.filter((name) => defaulted.has(name)),
  )
  return [...groups.values()].map((group) => {
    const columns = names
      .filter((name) => !defaulted.has(name) || group[0]?.[name] !== undefined)
      .map((name) => ({ name, type: types.get(name) ?? 'text', values: group.map((row) => row[name]) }))
    const listed = join(
      columns.map(({ name }) => raw(`"${name}"`)),
      ', ',
    )
    return sql`insert into ${raw(table)} (${listed}) select ${listed} from ${givenRows(columns)} given`
  })
}

const namesIn = (rows: readonly RowView[]): Set<string> => {
  const names = new Set<string>()
  for (const row of rows) for (const name in row) names.add(name)
  return names
}

const known = new Map<InsertTable, Map<string, string>>()

/**
 * What type the columns of a table have; asked once, as the columns of a running server stay. A text too long for its column
 * must be refused, so that such a column is given as text, not cast to a length.
 */
export const columnTypes = async ({ db }: Pick<Tx, 'db'>, table: InsertTable): Promise<Map<string, string>> => {
  const types = known.get(table)
  if (types) return types
  const columns = await db.$queryRaw<{ name: string; type: string }[]>`
    select attname as name, case when atttypid = 'bpchar'::regtype then 'text' else atttypid::regtype::text end as type
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`
  const found = new Map(columns.map(({ name, type }) => [name, type]))
  known.set(table, found)
  return found
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

/** Fresh ids, in the order of time; those of one millisecond in some order, which is theirs from now on. */
export const newIds = (count: number): string[] => Array.from({ length: count }, () => randomUUIDv7()).sort()
