/** Which row of a file names its columns. */
import { readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'

const LOOK_AT = 10

const isAddress = (text: string) =>
  text.length < 260 && !/\s/.test(text) && text.indexOf('@') > 0 && !text.endsWith('@')

const isData = (cell: string) =>
  readNumber(cell) !== null || readDate(cell).ok || isAddress(cell.trim()) || cell.length > 120

/**
 * The position of the header among the first rows, or null when the file begins with data. Rows above it that fill fewer
 * columns are a title.
 */
export const detectHeader = (rows: readonly (readonly string[])[]): number | null => {
  const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length
  const width = Math.max(0, ...rows.slice(0, LOOK_AT * 2).map(filled))
  const position = rows.slice(0, LOOK_AT).findIndex((row) => filled(row) > width / 2)
  const candidate = rows[position]
  return candidate && !candidate.some((cell) => cell.trim() !== '' && isData(cell)) ? position : null
}
