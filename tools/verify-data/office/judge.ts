/** What an office program holds, against what was sent: no formula, and every text as it was but for its guard. */
import type { OpenedSheet } from './flat-sheet.ts'

/** Key of a row → header → the text sent. */
export type Sent = ReadonlyMap<string, Readonly<Record<string, string>>>
export type Verdict = { rows: number; cells: number; guarded: number; formulas: string[]; faults: string[] }

/** Formulas anywhere in the sheet, its head included. */
export const formulasIn = (sheet: OpenedSheet): string[] =>
  sheet.flatMap((row) => row.flatMap(({ formula }) => (formula === null ? [] : [formula])))

/** `key` is the header of the column that tells the rows apart. */
export const judgeSheet = (sheet: OpenedSheet, key: string, sent: Sent): Verdict => {
  const [head = [], ...rows] = sheet
  const headers = head.map(({ text }) => text)
  const found = new Map(rows.map((row) => [row[headers.indexOf(key)]?.text ?? '', row]))
  const verdict: Verdict = { rows: found.size, cells: 0, guarded: 0, formulas: formulasIn(sheet), faults: [] }
  for (const row of rows.filter(({ length }) => length > headers.length))
    verdict.faults.push(`${row.length} cells below ${headers.length} headers: ${JSON.stringify(row.at(-1)?.text)}`)
  for (const [id, texts] of sent)
    for (const [header, text] of Object.entries(texts)) {
      const wanted = written(text)
      const got = found.get(id)?.[headers.indexOf(header)]?.text ?? ''
      verdict.cells++
      if (wanted !== text) verdict.guarded++
      if (comparable(got) !== comparable(wanted))
        verdict.faults.push(`${header}: ${JSON.stringify(text)} is opened as ${JSON.stringify(got)}`)
    }
  return verdict
}

// The promise in words of its own, so that ours is not judged by itself.
const looksDangerous = /^(?:'*[\t\r\n]|['\s\p{Cc}\p{Cf}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05])/u
const written = (text: string): string => (looksDangerous.test(text) ? `'${text}` : text)

// An office program knows one kind of line break, and XML two characters less.
const comparable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufffe\uffff]/g, '')
    .normalize('NFC')
