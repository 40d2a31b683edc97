/**
 * Hostile texts through every text field, every search and every export, back through the import, and opened in LibreOffice
 * where it is installed.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '../client.ts'
import { isGroup, type Figures } from '../compare.ts'
import { findOffice } from '../office/find-office.ts'
import { bringBack, formulasInFile } from './export-back.ts'
import { exportFile } from './export-file.ts'
import { nounsOf, type Noun } from './nouns.ts'
import { openExports, type ToOpen } from './open-exports.ts'
import { refusedRows } from './refused-rows.ts'
import { ID, sentCells } from './sent-cells.ts'
import { storeText, type Tally } from './store.ts'
import { readPayloads } from './texts.ts'

// A search answers or refuses; nothing else.
const searchAll = async (api: Client, nouns: readonly Noun[], texts: readonly string[]): Promise<string[]> => {
  const faults: string[] = []
  for (const text of texts)
    for (const address of ['/search?q=', ...nouns.map(({ name }) => `/${name}?limit=1&search=`)]) {
      const { status } = await api.ask('GET', `${address}${encodeURIComponent(text.toWellFormed())}`)
      if (status !== 200 && (status < 400 || status > 499)) faults.push(`${address}${JSON.stringify(text)}: ${status}`)
    }
  return faults
}

type Stored = ReadonlyMap<Noun, Tally>
const storeAll = async (api: Client, nouns: readonly Noun[], texts: readonly string[]): Promise<Stored> => {
  const tallies = new Map<Noun, Tally>()
  for (const noun of nouns) {
    const tally: Tally = { sent: 0, stored: 0, refused: 0, otherwise: [], records: new Map() }
    for (const text of texts) await storeText(api, noun, text, tally)
    const { sent, stored, refused, otherwise } = tally
    console.log(`${noun.name.padEnd(14)} ${sent} values: ${stored} stored as sent, ${refused} refused with 4xx`)
    otherwise.slice(0, 10).forEach((fault) => console.log(`  ${fault}`))
    tallies.set(noun, tally)
  }
  return tallies
}

/** Exports every noun in every format; what came of each file brought back, and the files. */
const exportAll = async (api: Client, stored: Stored): Promise<{ back: Figures; files: Map<string, ToOpen> }> => {
  const back: Figures = {}
  const files = new Map<string, ToOpen>()
  for (const [noun, { records }] of stored)
    for (const format of ['csv', 'xlsx'] as const) {
      const sent = sentCells(noun, records)
      const exported = await exportFile(api, noun.name, format)
      files.set(`${noun.name}.${format}`, { file: exported.file, key: ID, sent })
      back[`${noun.name} ${format}`] = {
        formulas: formulasInFile(exported.file, format),
        ...(noun.returns && (await bringBack(api, noun, format, exported, sent))),
      }
    }
  return { back, files }
}

const countsOf = (naughty: readonly string[]): Figures => ({
  blns_strings: naughty.length,
  blns_non_ascii: naughty.filter((text) => [...text].some((char) => char > '\u007f')).length,
  blns_formula_leading: naughty.filter((text) => /^[=+\-@]/.test(text)).length,
})

const withZeros = (groups: Figures): Figures =>
  Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, isGroup(group) ? withZeros(group) : 0]))

/** What must come of it and what came. */
export const checkPayloads = async (
  api: Client,
  folder: string,
): Promise<{ expected: Figures; found: Figures; skipped: number }> => {
  const known = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Figures
  const { naughty, formulas } = readPayloads(folder)
  const nouns = await nounsOf(api)
  const texts = [...new Set([...naughty, ...formulas])]
  const tallies = await storeAll(api, nouns, texts)
  const stored = Object.fromEntries([...tallies].map(([{ name }, { otherwise }]) => [name, otherwise.length]))
  const searched = await searchAll(api, nouns, texts)
  searched.slice(0, 10).forEach((fault) => console.log(`  ${fault}`))
  const { back, files } = await exportAll(api, tallies)
  const opened = await openExports(findOffice(), files.set('refused rows.csv', await refusedRows(api, texts)))
  const neither = 'neither stored nor refused'
  const nothing = { [neither]: withZeros(stored), 'failed searches': 0, back: withZeros(back) }
  return {
    expected: { payloads: known, ...nothing, opened: opened.expected },
    found: {
      payloads: countsOf(naughty),
      [neither]: stored,
      'failed searches': searched.length,
      back,
      opened: opened.found,
    },
    skipped: opened.skipped,
  }
}
