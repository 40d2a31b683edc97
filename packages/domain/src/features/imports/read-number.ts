/** Numbers as people write them in files → exact decimals. */
import { decimal } from '../../money.ts'

/** The sign between whole and fraction. */
export type NumberFormat = 'point' | 'comma'

const currencies = /^(?:cny|rmb|usd|eur|gbp|jpy|hkd|[¥$€£₩元])\s?|\s?(?:cny|rmb|usd|eur|gbp|jpy|hkd|[¥$€£₩元])$/gi
const units: Record<string, string> = { 万: '10000', 亿: '100000000', 千: '1000' }
const plain = /^\d{1,20}(\.\d{1,12})?$/
const grouped = /^\d{1,3}(,\d{3}){1,6}(\.\d{1,12})?$/
const scientific = /^\d{1,15}(\.\d{1,15})?e[+-]?\d{1,2}$/i

/**
 * The number in this text as canonical decimal text, or null when it is none. Takes currency signs, grouped thousands,
 * 万 and 亿, brackets for a negative amount, and the exponents that spreadsheets write.
 */
export const readNumber = (text: string, format: NumberFormat = 'point'): string | null => {
  const folded = text.normalize('NFKC').trim()
  const bracketed = /^\((.{1,40})\)$/.exec(folded)?.[1]
  const unsigned = (bracketed ?? folded).replace(/^[-−]/, '')
  const isNegative = bracketed !== undefined || unsigned !== folded
  const bare = unsigned.replace(currencies, '').trim()
  const unit = units[bare.at(-1) ?? '']
  const digits = toPoint(unit ? bare.slice(0, -1).trim() : bare, format)
  if (digits === null) return null
  const value = decimal(digits).times(unit ?? '1')
  return (isNegative ? value.negated() : value).toFixed()
}

// Digits with a point for the fraction and no grouping; null when the grouping does not fit.
const toPoint = (text: string, format: NumberFormat): string | null => {
  const western = format === 'comma' ? swap(text) : text
  const spaced = western.replace(/(\d)[ '\u00a0\u202f](?=\d{3}(?:\D|$))/g, '$1,')
  if (plain.test(spaced) || scientific.test(spaced)) return spaced
  return grouped.test(spaced) ? spaced.replaceAll(',', '') : null
}

const swap = (text: string) => text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))

/** How a column of numbers is written, told from its values; 'point' where nothing speaks against it. */
export const detectNumberFormat = (values: readonly string[]): NumberFormat => {
  const reads = (format: NumberFormat) => values.filter((value) => readNumber(value, format) !== null).length
  return reads('comma') > reads('point') ? 'comma' : 'point'
}
