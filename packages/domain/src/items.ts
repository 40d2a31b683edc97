/** Several texts in one cell of a file that Rapport wrote: any text comes out again as it went in. */

const MARK = '\\'
// Stands for nothing, and keeps white space at an edge from being taken for a gap between items.
const EDGE = `${MARK}:`

const written = (item: string): string => {
  const escaped = item.replace(/[\\;；]/g, `${MARK}$&`)
  return `${item.trimStart() === item ? '' : EDGE}${escaped}${item.trimEnd() === item ? '' : EDGE}`
}

/** The items with a semicolon between. */
export const joinItems = (items: readonly string[]): string => items.map(written).join(';')

/** The items of a cell, each once; people may have added some by hand. */
export const splitItems = (cell: string): string[] => {
  const parts = cell.match(/(?:[^\\;；]|\\[^])+/g) ?? []
  const items = parts.map((part) => part.trim().replace(/\\([^])/g, (_, char: string) => (char === ':' ? '' : char)))
  return [...new Set(items.filter((item) => item !== ''))]
}
