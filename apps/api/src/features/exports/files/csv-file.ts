/** An export as text: UTF-8 with its mark, CRLF, quoted by RFC 4180, nothing a spreadsheet could take for a formula. */
import { csvLine, csvValue, type CsvColumn } from '@rapport/domain/csv.ts'
import type { CellKind } from '@rapport/domain/features/exports/export-cell.ts'
import type { Sheet } from './sheet.ts'

const columns: Partial<Record<CellKind, CsvColumn>> = { money: 'number', percent: 'number', instant: 'date' }
export const csvColumnOf = (kind: CellKind): CsvColumn => columns[kind] ?? (kind as CsvColumn)

export async function* csvFile({ headers, kinds, parts }: Sheet): AsyncGenerator<string> {
  const typed = kinds.map(csvColumnOf)
  yield `\ufeff${csvLine(headers.map((header) => csvValue('text', header)))}`
  for await (const rows of parts)
    yield rows.map((cells) => csvLine(cells.map((cell, at) => csvValue(typed[at] ?? 'text', cell ?? '')))).join('')
}
