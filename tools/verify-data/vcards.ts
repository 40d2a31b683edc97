/** Address books as phones and mail programs write them: every card a row, every number and address read, nothing changed by a second time. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from './client.ts'
import type { Figures } from './compare.ts'
import { importFile, type Brought, type Uploaded } from './import-file.ts'

type Known = { file: string; cards: number; fn: string[]; emails: number; tels: number; photo: boolean }
type Read = { headers: string[]; rows: string[][] }
const FOLDER = 'original/ez-vcard/ezvcard/io/text'

// The published names of quoted cards are as they stand in the file, cut off where its line ends.
const plain = (text: string): string =>
  /=[0-9A-F]{2}/.test(text)
    ? Buffer.from(text.replace(/=$/, '').replaceAll('=', ''), 'hex').toString('utf8').trim()
    : text

const rowsOf = async (api: Client, { id }: Brought): Promise<Read> => {
  const { columns } = await api.get<{ columns: { header: string }[] }>(`/imports/${id}`)
  const { items } = await api.get<{ items: { raw: string[] }[] }>(`/imports/${id}/rows`, { limit: '200' })
  return { headers: columns.map(({ header }) => header), rows: items.map(({ raw }) => raw) }
}

const countIn = ({ headers, rows }: Read, kind: RegExp): number =>
  rows
    .flatMap((row) => row.filter((cell, at) => cell !== '' && kind.test(headers[at] ?? '')))
    .reduce((sum, cell) => sum + cell.split('; ').length, 0)

const figuresOf = (read: Read, { fn }: Known): Figures => {
  const names = read.rows.map((row) => row[read.headers.indexOf('Name')] ?? '')
  return {
    cards: read.rows.length,
    fn: fn.filter((name) => names.some((one) => one.startsWith(plain(name)))).length,
    emails: countIn(read, /email$/),
    tels: countIn(read, /phone$|^Mobile$|^Fax$/),
    photo: read.headers.includes('Photo'),
  }
}

const outcomeOf = ({ rowCount, created, updated, skipped, failed }: Brought): Figures => ({
  rows: rowCount,
  accounted: created + updated + skipped + failed,
})

// Where they work is no customer of ours, and what is told of a column on the way out is nothing to send back.
const sent = ({ column, target }: Uploaded['mapping'][number]) => ({
  column,
  target: column === 'Company' ? null : target,
})

/** What the published answers say of each file, what was read, and what came of bringing it in twice. */
export const checkCards = async (api: Client, folder: string): Promise<{ expected: Figures; found: Figures }> => {
  const { per_file: known } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
    per_file: Known[]
  }
  const [expected, found]: [Figures, Figures] = [{ files: known.map(({ file }) => file) }, {}]
  found.files = readdirSync(path.join(folder, FOLDER)).toSorted()
  for (const one of known) {
    const content = readFileSync(path.join(folder, FOLDER, one.file), 'utf8')
    const bring = (mode: string) =>
      importFile(api, 'contacts', one.file, content, ({ mapping }) => ({ mode, mapping: mapping.map(sent) }))
    const first = await bring('create')
    const again = await bring('upsert')
    const { file, cards, fn, emails, tels, photo } = one
    expected[file] = {
      cards,
      fn: fn.length,
      emails,
      tels,
      photo,
      first: { rows: cards, accounted: cards },
      again: { created: 0, updated: 0 },
    }
    const came = { first: outcomeOf(first), again: { created: again.created, updated: again.updated } }
    found[file] = { ...figuresOf(await rowsOf(api, first), one), ...came }
  }
  return { expected, found }
}
