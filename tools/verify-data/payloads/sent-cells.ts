/** Where the texts that were sent stand in a file of the noun. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { joinItems } from '@rapport/domain/items.ts'
import type { Json } from '../client.ts'
import type { Sent } from '../office/judge.ts'
import type { Noun } from './nouns.ts'

/** The column that says which record a row is. */
export const ID = 'Rapport ID'

/** `records`: what each record was made with, by its id. */
export const sentCells = ({ fields }: Noun, records: ReadonlyMap<string, Json>): Sent =>
  new Map([...records].map(([id, given]) => [id, cellsOf(fields, given)]))

const cellsOf = (fields: Fields, given: Json): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, string][] => {
      const header = fields[name]!.label.en
      if (typeof value === 'string') return [[header, value]]
      if (Array.isArray(value)) return [[header, joinItems(value as string[])]]
      const { zh, en } = value as { zh: string; en: string }
      return [
        [`${header}: Chinese`, zh],
        [`${header}: English`, en],
      ]
    }),
  )

/** A file like an export of the noun, with another text in the place of each that was sent; `rows` of it say something. */
export const spoilingFile = (sent: Sent): { file: string; rows: number } => {
  // Tags are not among them: an import adds to them and takes none away.
  const headers = [...new Set([...sent.values()].flatMap((cells) => Object.keys(cells)))].filter(
    (header) => header !== 'Tags',
  )
  const isFilled = (cells: Readonly<Record<string, string>>) => headers.some((header) => cells[header])
  const lines = [...sent]
    .filter(([, cells]) => isFilled(cells))
    .map(([id, cells], at) => [...headers.map((header) => (cells[header] ? `spoilt ${at}` : '')), id])
  return { file: [[...headers, ID], ...lines].map((cells) => `${cells.join(',')}\r\n`).join(''), rows: lines.length }
}
