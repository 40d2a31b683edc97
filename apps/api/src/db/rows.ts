/**
 * Rows of a composed statement, read from the pool itself. What people wait for most is read this way: Prisma would make
 * every value of every row anew, which on a page of a list costs as much as the rest of the request.
 */
import type { Prisma } from '@rapport/prisma'
import type pg from 'pg'
import { blankRow } from './blank-row.ts'
import { statementNames } from './statements.ts'

/**
 * Outside of transactions. Numbers with decimals come as text, instants as Date; the SQL decides on everything else. With `anew` the
 * statement is planned for its very values: the way to a rare word is not the way to a common one.
 */
export type ReadRows = <R>(statement: Prisma.Sql, anew?: boolean) => Promise<R[]>

export function createReadRows(pool: pg.Pool): ReadRows {
  const nameOf = statementNames(pool)
  return async <R>({ text, values }: Prisma.Sql, anew = false) => {
    const name = anew ? undefined : nameOf(text)
    const { rows, fields } = await pool.query<unknown[]>({ text, values, rowMode: 'array', ...(name && { name }) })
    return named<R>(
      fields.map((field) => field.name),
      rows,
    )
  }
}

// The driver makes its objects as copies of one that grew name by name.
const named = <R>(names: readonly string[], rows: readonly unknown[][]): R[] => {
  const blank = blankRow(names)
  return rows.map((values) => {
    const row = { ...blank }
    for (let at = 0; at < names.length; at++) row[names[at]!] = values[at]
    return row as R
  })
}
