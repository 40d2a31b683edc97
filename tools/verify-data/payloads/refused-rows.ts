/** The file of the rows that an import refused: texts of strangers, written by us. */
import { isCleanText } from '@rapport/domain/contract/text.ts'
import { quoteCsv } from '@rapport/domain/csv.ts'
import type { Client } from '../client.ts'
import { importFile } from '../import-file.ts'
import type { ToOpen } from './open-exports.ts'

const KEY = 'Code'
const HEADER = 'Series'

/** Brings in products whose price is none, with every text among them, and fetches what was refused. */
export const refusedRows = async (api: Client, texts: readonly string[]): Promise<ToOpen> => {
  const sent = new Map(texts.filter(isCleanText).map((text, at) => [`refused-${at}`, { [HEADER]: text }]))
  const lines = [...sent].map(([code, cells]) => [code, 'a name', cells[HEADER] ?? '', 'a price'])
  const content = [[KEY, 'Name', HEADER, 'List price'], ...lines]
    .map((cells) => `${cells.map(quoteCsv).join(',')}\r\n`)
    .join('')
  const { id, failed } = await importFile(api, 'products', 'refused.csv', content, {})
  if (failed !== sent.size) throw new Error(`${failed} of ${sent.size} rows are refused`)
  const file = await (await api.ask('GET', `/imports/${id}/errors.csv`)).arrayBuffer()
  return { file: Buffer.from(file), key: KEY, sent }
}
