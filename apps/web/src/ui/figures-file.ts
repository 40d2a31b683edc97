/** A table of figures as a file. */
import { csvLine, csvValue } from '@rapport/domain/csv.ts'

// A figure keeps its bare number beside the short one that is shown.
const valueOf = (cell: HTMLTableCellElement): string => {
  const exact = cell.querySelector<HTMLElement>('[data-drill]')?.dataset.drill
  return exact ? csvValue('number', exact) : csvValue('text', cell.textContent.trim())
}

/** As CSV by the rule of every export: exact numbers where the table knows them, words as they stand. */
export const csvOfTable = (table: HTMLTableElement): string =>
  `\ufeff${Array.from(table.rows, (row) => csvLine(Array.from(row.cells, valueOf))).join('')}`

/** Hands the browser a text to save. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
