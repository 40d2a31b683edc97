/** A noun written out whole and read again: no cell is a formula, and what was spoilt since is again as it was. */
import { inflateRawSync } from 'node:zlib'
import type { Client } from '../client.ts'
import { importFile } from '../import-file.ts'
import type { Sent } from '../office/judge.ts'
import { exportFile, type Exported, type Format } from './export-file.ts'
import type { Noun } from './nouns.ts'
import { spoilingFile } from './sent-cells.ts'

type Back = {
  /** What an import of the untouched file would do. */
  changes: number
  errors: number
  others: number
  /** Records that kept their texts although others were brought in. */
  unspoilt: number
  'bytes differ': number
}

const SHEET = 'xl/worksheets/sheet1.xml'
// A formula is an element of its own in a workbook; a text file has only the look of its cells.
const formulasInSheet = (file: Buffer): number => {
  const xml = inflateRawSync(file.subarray(file.indexOf(SHEET) + SHEET.length)).toString('utf8')
  return xml.split('<f>').length + xml.split('<f ').length - 2
}
const dangerous = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠｜％]/u
const formulasInText = (file: Buffer): number =>
  [...file.toString('utf8').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gm)].filter(([, quoted, bare]) => {
    const cell = (quoted ?? bare ?? '').replaceAll('""', '"')
    return dangerous.test(cell) && !/^[+-]?\d[\d ().-]*$/.test(cell)
  }).length

/** How many cells of the file could be run. */
export const formulasInFile = (file: Buffer, format: Format): number =>
  format === 'xlsx' ? formulasInSheet(file) : formulasInText(file)

// What an import can write; times and versions change by it.
const settable = ({ fields }: Noun): string[] =>
  Object.keys(fields).filter((name) => !fields[name]?.derived && fields[name]?.kind !== 'refs')

/** Brings the exported file in twice: as it was just written, and after another text took the place of each. */
export const bringBack = async (
  api: Client,
  noun: Noun,
  format: Format,
  { file, total }: Exported,
  sent: Sent,
): Promise<Back> => {
  const bring = (name: string, content: string | Buffer) =>
    importFile(api, noun.name, name, typeof content === 'string' ? content : new Uint8Array(content), {})
  const told = async () => (await exportFile(api, noun.name, format, settable(noun))).file
  const before = await told()
  const { checked } = await bring(`${noun.name}.${format}`, file)
  const { update = 0, changes = 0, error: errors = 0, ...rest } = checked ?? {}
  const others = (rest.new ?? 0) + (rest.duplicate ?? 0)
  if (update + errors + others !== total) throw new Error(`${update} of ${total} ${noun.name} came back`)
  const spoiling = spoilingFile(sent)
  const { updated } = await bring('spoilt.csv', spoiling.file)
  await bring(`${noun.name}.${format}`, file)
  return {
    changes,
    errors,
    others,
    unspoilt: spoiling.rows - updated,
    'bytes differ': Number(!(await told()).equals(before)),
  }
}
