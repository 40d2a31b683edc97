/** The cards of a vCard file as rows under one header. */
import type { Encoding } from '@rapport/domain/features/imports/import-choices.ts'
import { cardsOf } from './card-lines.ts'
import { cardColumns, rowOfCard } from './card-row.ts'

const SIGN = 500

/** The header and the rows, with those columns that any card fills. `alive` is called as it goes on. Errors: FileError. */
export const cardRows = async (file: string, encoding: Encoding, alive: () => void): Promise<string[][]> => {
  const rows: string[][] = []
  for await (const card of cardsOf(file, encoding)) if (rows.push(rowOfCard(card)) % SIGN === 0) alive()
  const filled = cardColumns.map((_, at) => rows.some((row) => row[at] !== ''))
  return [[...cardColumns], ...rows].map((row) => row.filter((_, at) => filled[at]))
}
