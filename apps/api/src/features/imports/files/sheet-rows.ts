/** The rows of a workbook's first sheet, as text in the forms a text file would have. */
import { readSheet } from 'read-excel-file/node'
import { demandSaneArchive } from '../../../files/archive.ts'
import { FileError } from '../../../files/file-fault.ts'

type Cell = string | boolean | Date | null

/** Errors: FileError for what is damaged, encrypted or no workbook. */
export const sheetRows = async (file: string): Promise<string[][]> => {
  await demandSaneArchive(file)
  const rows = await readSheet(file, { parseNumber: (digits: string) => digits, trim: false }).catch(() => {
    throw new FileError('file.workbook')
  })
  return (rows as unknown as Cell[][]).map((row) => row.map(textOf))
}

const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (!(cell instanceof Date)) return String(cell)
  const iso = cell.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
}
