/**
 * The CSV rule: what a spreadsheet could take for a formula gets one leading apostrophe, and reading takes exactly that
 * one away again. Typed columns keep their own grammar; a value outside it is text.
 */

/** What a column of a file holds, as far as the rule cares. */
export type CsvColumn = 'text' | 'number' | 'date' | 'boolean' | 'phone' | 'id'

const grammars: Record<Exclude<CsvColumn, 'text'>, RegExp> = {
  number: /^-?\d{1,20}(\.\d{1,10})?$/,
  date: /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/,
  boolean: /^(true|false)$/,
  phone: /^\+?\d[\d ()-]{3,24}$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
}

// First visible character after apostrophes, white space, control and zero-width characters; ASCII and full-width signs.
const looksLikeFormula = /^['\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠｜％]/u
const beginsWithBreak = /^'*[\t\r\n]/

const needsGuard = (text: string) => looksLikeFormula.test(text) || beginsWithBreak.test(text)

/** The text as it is written into a file. */
export const guardText = (text: string): string => (needsGuard(text) ? `'${text}` : text)

/** The text that was meant, read from a file that Rapport wrote. */
export const unguardText = (text: string): string =>
  text.startsWith("'") && needsGuard(text.slice(1)) ? text.slice(1) : text

/** One cell of a file: typed values as they are, everything else guarded; not quoted yet. */
export const csvValue = (column: CsvColumn, value: string): string =>
  column !== 'text' && grammars[column].test(value) ? value : guardText(value)

/**
 * Quotes a cell by RFC 4180 where it needs it; also for the semicolon and the tab, at which spreadsheets part cells as well
 * unless told otherwise.
 */
export const quoteCsv = (value: string): string =>
  /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

/** One line of a file with its line end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoteCsv).join(',')}\r\n`
