/** A first walk through a whole file: how it is written, its columns, a sample, and how many rows it has. */
import type { Delimiter, Encoding } from '@rapport/domain/features/imports/import-choices.ts'
import { detectHeader } from '@rapport/domain/features/imports/detect-header.ts'
import { uniqueHeaders } from '@rapport/domain/features/imports/header-names.ts'
import { detectDelimiter } from './delimiter.ts'
import { decode, detectEncoding } from './encoding.ts'
import { FileError } from '../../../files/file-fault.ts'
import { kindOf, readHead, type FileKind } from './file-kind.ts'
import { textRows } from './text-rows.ts'

export type Reading = { kind: FileKind; encoding: Encoding; delimiter: Delimiter; headerRow: number }
export type Settings = Partial<Omit<Reading, 'kind'>>
export type Inspection = Reading & {
  headers: string[]
  /** The first rows. */
  sample: string[][]
  /** Per column: how many rows fill it, and some different values. */
  columns: { filled: number; samples: string[] }[]
  rowCount: number
}

const MAX_COLUMNS = 500
const MAX_ROWS = 1_000_000
const SAMPLE_ROWS = 20
const SAMPLES = 50
const HEAD_ROWS = 20

type Source = () => AsyncIterable<string[]> | Iterable<string[]>

/** The rows of the file, to be walked as often as needed; a workbook or cards are unpacked once. Errors: FileError. */
export const sourceOf = async (
  file: string,
  { kind, encoding, delimiter }: Omit<Reading, 'headerRow'>,
  alive: () => void,
): Promise<Source> => {
  if (kind === 'csv') return () => textRows(file, encoding, delimiter)
  if (kind === 'vcard') {
    const { cardRows } = await import('./card-rows.ts')
    const cards = await cardRows(file, encoding, alive)
    return () => cards
  }
  const { sheetRows } = await import('./sheet-rows.ts') // a text file does not wait for the workbook reader
  const rows = await sheetRows(file)
  return () => rows
}

/** `told` overrules what would be detected. `alive` is called as the walk goes on. Errors: FileError. */
export const inspect = async (file: string, told: Settings, alive: () => void): Promise<Inspection> => {
  const head = await readHead(file)
  const kind = kindOf(head)
  const encoding = kind === 'xlsx' ? 'utf-8' : (told.encoding ?? (await detectEncoding(file, head)))
  alive()
  const delimiter = kind !== 'csv' ? ',' : (told.delimiter ?? detectDelimiter(await firstText(file, encoding)))
  const written = { kind, encoding, delimiter }
  const source = await sourceOf(file, written, alive)
  const headerRow = kind === 'vcard' ? 1 : (told.headerRow ?? (await findHeader(source)))
  return { ...written, headerRow, ...(await walk(source, headerRow, alive)) }
}

const firstText = async (file: string, encoding: Encoding): Promise<string> => {
  for await (const piece of decode(file, encoding)) if (piece !== '') return piece.replace(/^\ufeff/, '')
  throw new FileError('file.empty')
}

const findHeader = async (source: Source): Promise<number> => {
  const rows: string[][] = []
  for await (const row of source()) if (rows.push(row) === HEAD_ROWS) break
  const position = detectHeader(rows)
  return position === null ? 0 : position + 1
}

const walk = async (source: Source, headerRow: number, alive: () => void) => {
  let header: string[] = []
  let [position, rowCount, width] = [0, 0, 0]
  const sample: string[][] = []
  const columns: { filled: number; samples: Set<string> }[] = []
  for await (const row of source()) {
    if (++position % 2000 === 0) alive()
    if (position <= headerRow) {
      if (position === headerRow) header = row
      continue
    }
    if (++rowCount > MAX_ROWS) throw new FileError('file.rows', { max: MAX_ROWS })
    width = Math.max(width, rowCount <= SAMPLE_ROWS ? row.length : 0)
    if (sample.length < SAMPLE_ROWS) sample.push(row.map(storable))
    countCells(columns, row, headerRow === 0 ? MAX_COLUMNS : header.length)
  }
  const headers = uniqueHeaders(headerRow === 0 ? Array.from({ length: width }, () => '') : header.map(storable))
  if (headers.length < 1 || headers.length > MAX_COLUMNS) throw new FileError('file.columns', { max: MAX_COLUMNS })
  if (rowCount === 0) throw new FileError('file.empty')
  const counted = headers.map((_, at) => ({
    filled: columns[at]?.filled ?? 0,
    samples: [...(columns[at]?.samples ?? [])],
  }))
  return { headers, sample, columns: counted, rowCount }
}

const countCells = (columns: { filled: number; samples: Set<string> }[], row: string[], width: number) => {
  for (let at = 0; at < Math.min(row.length, width); at++) {
    const cell = row[at] ?? ''
    const column = (columns[at] ??= { filled: 0, samples: new Set() })
    if (cell.trim() === '') continue
    column.filled++
    if (column.samples.size < SAMPLES) column.samples.add(storable(cell.slice(0, 200)))
  }
}

/** A cell as the database can hold it: it knows no NUL, which stays visible as its picture. */
export const storable = (cell: string): string => cell.replaceAll('\u0000', '\u2400').toWellFormed()
