/** What the API wrote, opened in LibreOffice as people open it. */
import type { Figures } from '../compare.ts'
import type { OpenedSheet } from '../office/flat-sheet.ts'
import { formulasIn, judgeSheet, type Sent } from '../office/judge.ts'
import { convertFiles, openFiles, type Files } from '../office/open-files.ts'

/** A file with the texts that have to stand in it, and the header of the column that tells its rows apart. */
export type ToOpen = { file: Buffer; key: string; sent: Sent }
type Sheets = ReadonlyMap<string, OpenedSheet>

type ToOpenByName = ReadonlyMap<string, ToOpen>
/** `skipped`: how many files nobody could open. */
type Opened = { expected: Figures; found: Figures; skipped: number }

/** Every file by its name: what must be found in it, and what was. Without an office program none is opened, loudly. */
export const openExports = async (office: string | undefined, files: ToOpenByName): Promise<Opened> => {
  if (office) return { ...(await openAll(office, files)), skipped: 0 }
  console.error('NO LIBREOFFICE: not one export was opened. Set LIBREOFFICE_PATH, or install LibreOffice.')
  return { expected: {}, found: {}, skipped: files.size }
}

const openAll = async (office: string, files: ToOpenByName): Promise<Omit<Opened, 'skipped'>> => {
  const planted = await plantedFiles(office)
  const all: Files = new Map([...planted, ...[...files].map(([name, { file }]) => [name, file] as const)])
  const texts: Files = new Map([...all].filter(([name]) => name.endsWith('.csv')))
  const byItself = await openFiles(office, all, 'byItself')
  const proposed = await openFiles(office, texts, 'proposed')
  const asText = await openFiles(office, texts, 'text')
  const [expected, found]: [Figures, Figures] = [{}, {}]
  for (const name of planted.keys()) {
    found[name] = formulaFigures(name, { byItself, proposed })
    expected[name] = Object.fromEntries(Object.keys(found[name]).map((reading) => [reading, FORMULAS]))
  }
  for (const [name, { key, sent }] of files) {
    const values = judgeSheet((asText.get(name) ?? byItself.get(name))!, key, sent)
    values.faults.slice(0, 5).forEach((fault) => console.log(`  ${name}: ${fault.slice(0, 400)}`))
    console.log(`${name.padEnd(22)} opened: ${values.cells} texts compared, ${values.guarded} of them guarded`)
    const formulas = formulaFigures(name, { byItself, proposed })
    found[name] = { ...formulas, rows: values.rows, 'not as sent': values.faults.length }
    const none = Object.fromEntries(Object.keys(formulas).map((reading) => [reading, 0]))
    expected[name] = { ...none, rows: sent.size, 'not as sent': 0 }
  }
  return { expected, found }
}

const formulaFigures = (name: string, readings: Record<string, Sheets>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(readings).flatMap(([reading, sheets]) => {
      const sheet = sheets.get(name)
      return sheet ? [[`formulas, ${reading}`, formulasIn(sheet).length]] : []
    }),
  )

// Whoever does not see the formulas in these sees none.
const PLANTED = 'a,b\r\n=1+1,"=HYPERLINK(""http://example.com"")"\r\n'
const FORMULAS = 2
const plantedFiles = async (office: string): Promise<Files> => {
  const text = new Map([['planted.csv', Buffer.from(PLANTED)]])
  const [workbook] = (await convertFiles(office, text, 'xlsx', 'byItself')).values()
  return new Map([...text, ['planted.xlsx', workbook!]])
}
