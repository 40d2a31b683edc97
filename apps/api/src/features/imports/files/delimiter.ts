/** Which sign separates the columns: the one that cuts the first lines into the most columns, and alike. */
import { delimiters, type Delimiter } from '@rapport/domain/features/imports/import-choices.ts'
import { parse } from 'csv-parse/sync'

const LOOK_AT = 64 * 1024

const widths = (text: string, delimiter: Delimiter): number[] => {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, to: 100 } as const
  try {
    return parse(text, options).map((record) => record.length)
  } catch {
    return []
  }
}

// Share of lines with the most frequent width, times that width: consistent and many.
const score = (text: string, delimiter: Delimiter): number => {
  const found = widths(text, delimiter)
  const counts = new Map<number, number>()
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width = 1, lines = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return width < 2 ? 0 : (lines / found.length) * (1 + Math.log2(width))
}

export const detectDelimiter = (text: string): Delimiter => {
  const head = text.slice(0, LOOK_AT)
  const end = head.lastIndexOf('\n')
  const lines = text.length > LOOK_AT && end > 0 ? head.slice(0, end) : head
  const scored = delimiters.map((delimiter) => ({ delimiter, score: score(lines, delimiter) }))
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.delimiter : ','
}
