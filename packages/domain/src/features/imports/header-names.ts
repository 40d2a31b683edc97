/** Names of columns in comparable form, and what stands in brackets behind them. */

/** Case, width, spaces, signs and bracketed additions do not count: 'Sales_Agent*' and 'sales agent' are one name. */
export const plainName = (header: string): string =>
  withoutBrackets(header.normalize('NFKC').toLowerCase()).replace(/[\s\p{P}\p{S}]/gu, '')

const opening = '([【{'
const closing = ')]】}'

/** The first bracketed part, as positions in the text; null without one. Walked by hand, so that no header takes long. */
const bracketIn = (text: string, from = 0): { start: number; end: number } | null => {
  let start = -1
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? ''
    if (opening.includes(char)) start = at
    else if (closing.includes(char) && start >= 0) return { start, end: at }
  }
  return null
}

const withoutBrackets = (text: string): string => {
  const found = bracketIn(text)
  return found ? text.slice(0, found.start) + withoutBrackets(text.slice(found.end + 1)) : text
}

const factors: [RegExp, string][] = [
  [/^(万|万元|万人|w|wan)$/, '10000'],
  [/^(亿|亿元)$/, '100000000'],
  [/^(千|千元|k|thousand|thousands)$/, '1000'],
  [/^(百万|m|mn|million|millions)$/, '1000000'],
]

/** What the amounts of a column are to be multiplied by, where its header says so: '年采购额（万）' gives '10000'. */
export const factorOf = (header: string): string | null => {
  const text = header.normalize('NFKC').toLowerCase()
  const found = bracketIn(text)
  const words = (found ? text.slice(found.start + 1, found.end) : '').split(/[\s:,/]+/)
  return factors.find(([unit]) => words.some((word) => unit.test(word)))?.[1] ?? null
}

/** Every header once and none empty, so that a column can be named by it. */
export const uniqueHeaders = (cells: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cell.trim().slice(0, 200) || `#${index + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}
