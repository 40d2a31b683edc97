/**
 * An export as a workbook, written as the rows come. Numbers, days, times and what is true or false are values with a
 * format; every text is a string cell, guarded like that of a text file, since people save the one as the other.
 */
import { csvValue } from '@rapport/domain/csv.ts'
import type { CellKind } from '@rapport/domain/features/exports/export-cell.ts'
import { csvColumnOf } from './csv-file.ts'
import type { Cells, Sheet } from './sheet.ts'
import { staticParts, styleOf, HEADER } from './workbook-parts.ts'
import { zipped, type ZipEntry } from './zip.ts'

export const xlsxFile = (sheet: Sheet): AsyncGenerator<Buffer> => zipped([...staticParts.map(partOf), worksheet(sheet)])

const partOf = ([name, text]: readonly [string, string]): ZipEntry => ({ name, content: once(text) })
async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const worksheet = (sheet: Sheet): ZipEntry => ({ name: 'xl/worksheets/sheet1.xml', content: sheetXml(sheet) })

async function* sheetXml({ headers, kinds, parts }: Sheet): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  const names = headers.map((_, at) => columnName(at))
  let rowNo = 1
  yield rowXml(rowNo, names, (at) => textCell(headers[at] ?? '', HEADER), headers.length)
  for await (const rows of parts)
    yield rows
      .map((cells) => rowXml(++rowNo, names, (at) => cellXml(cells, at, kinds[at] ?? 'text'), names.length))
      .join('')
  yield '</sheetData></worksheet>'
}

const rowXml = (rowNo: number, names: readonly string[], cell: (at: number) => string, width: number): string => {
  let cells = ''
  for (let at = 0; at < width; at++) {
    const inner = cell(at)
    if (inner !== '') cells += `<c r="${names[at]}${rowNo}"${inner}`
  }
  return `<row r="${rowNo}">${cells}</row>`
}

/** A, B … Z, AA. */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)

const numeric = /^-?\d{1,15}(\.\d{1,15})?$/
// A number with more digits than a workbook keeps is text, in full.
const isExact = (text: string) => numeric.test(text) && text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15

const counted = new Set<CellKind>(['number', 'money', 'percent'])
const timed = new Set<CellKind>(['date', 'instant'])

// The rest of a cell behind its address; none where it is empty.
const cellXml = (cells: Cells, at: number, kind: CellKind): string => {
  const text = cells[at] ?? ''
  if (text === '') return ''
  if (kind === 'boolean') return `${styleOf(kind)}><v>${text === 'true' ? 1 : 0}</v></c>`
  const number = timed.has(kind) ? serialOf(text) : counted.has(kind) && isExact(text) ? text : null
  if (number !== null) return `${styleOf(kind)}><v>${number}</v></c>`
  return textCell(csvValue(csvColumnOf(kind), text))
}

const DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)
const FIRST = Date.UTC(1900, 2, 1) // before it workbooks count a day that never was

// The clock as it stands in the text. Half a millisecond more, so that cutting off the rest loses none.
const serialOf = (text: string): string | null => {
  const clock = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text.slice(0, 23)}Z`)
  if (Number.isNaN(clock) || clock < FIRST) return null
  return text.length === 10 ? String((clock - EPOCH) / DAY) : ((clock + 0.5 - EPOCH) / DAY).toFixed(10)
}

const textCell = (text: string, style = ''): string =>
  `${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`

// XML turns a carriage return into a line feed and knows some characters not at all; a workbook has a way of its own.
const escaped = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
const hidden = (found: string): string => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export const xmlText = (text: string): string =>
  text.replace(escaped, hidden).replace(/[&<>]/g, (sign) => signs[sign] ?? sign)
