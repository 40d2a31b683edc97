/** One cell of a file → the value of its target, or what is wrong with it. */
import { decimal } from '../../money.ts'
import { isCleanText } from '../../contract/text.ts'
import type { Choice } from '../../field/kinds.ts'
import { splitItems } from '../../items.ts'
import { plainName } from './header-names.ts'
import type { ColumnMapping } from './propose-mapping.ts'
import { readDate, readInstant, type DateReading } from './read-date.ts'
import { readNumber } from './read-number.ts'
import type { Target } from './target.ts'

export type CellFault = { code: string; params?: Record<string, unknown> }
/** `lookup`: a reference by name or key, to be resolved against the records there are. */
export type CellReading = { value: unknown } | { lookup: string } | { fault: CellFault }

const faulty = (code: string, params?: Record<string, unknown>): CellReading => ({
  fault: { code, ...(params && { params }) },
})

const plainTexts = new Set(['text', 'longText', 'identifier', 'label'])
/** Whether the cell is the value, character by character. */
export const isPlainText = ({ field }: Target): boolean => plainTexts.has(field.kind)

/** `text` is not empty. `zone` is where wall-clock times of the file are meant; `exported`: Rapport wrote it. */
export const readCell = (
  target: Target,
  text: string,
  format: Partial<ColumnMapping>,
  zone: string,
  exported = false,
): CellReading => {
  const whole = text.normalize('NFC')
  const cell = exported && isPlainText(target) ? whole : whole.trim()
  if (!isCleanText(cell)) return faulty('text.malformed')
  const { field } = target
  switch (field.kind) {
    case 'int':
    case 'decimal':
    case 'money':
      return readAmount(cell, format, field.kind === 'int')
    case 'percent':
      return readShare(cell, format)
    case 'date':
      return dayOf(readDate(cell, format.dateOrder))
    case 'instant':
      return dayOf(readInstant(cell, zone, format.dateOrder), 'instant.malformed')
    case 'boolean':
      return readBoolean(cell)
    case 'choice':
      return readChoice(cell, field.choices)
    case 'currency':
      return { value: currencyNames[cell.toLowerCase()] ?? cell.toUpperCase() }
    case 'ref':
      return { lookup: cell }
    case 'id':
      return { value: cell.toLowerCase() }
    default:
      return readText(target, cell, exported ? splitItems : splitList)
  }
}

type Split = (cell: string, by: RegExp) => string[]

const readText = (target: Target, cell: string, split: Split): CellReading => {
  const [, part = ''] = target.path.split('.')
  switch (target.field.kind) {
    case 'tags':
      return { value: split(cell, /[,;，；、|\n]/) }
    case 'phones':
      return { value: split(cell, /[;；、\n]|\/(?=\s?\+?\d{5})/).map((number) => ({ type: part, number })) }
    case 'emails':
      return { value: split(cell, /[,;，；、\s]/).map((address) => ({ type: part, address })) }
    case 'refs':
      return faulty('field.invalid')
    default:
      return { value: cell }
  }
}

const splitList: Split = (cell, by) => [
  ...new Set(
    cell
      .split(by)
      .map((item) => item.trim())
      .filter(Boolean),
  ),
]

const readAmount = (cell: string, { numberFormat, factor }: Partial<ColumnMapping>, whole: boolean): CellReading => {
  const digits = readNumber(cell, numberFormat)
  if (digits === null) return faulty('number.malformed')
  const value = factor ? decimal(digits).times(factor).toFixed() : digits
  if (!whole) return { value }
  return decimal(value).isInteger() ? { value: Number(value) } : faulty('number.scale', { scale: 0 })
}

// '25%' is 0.25; a bare number is the fraction itself.
const readShare = (cell: string, { numberFormat }: Partial<ColumnMapping>): CellReading => {
  const folded = cell.normalize('NFKC')
  const isPercent = folded.endsWith('%')
  const digits = readNumber(isPercent ? folded.slice(0, -1) : folded, numberFormat)
  if (digits === null) return faulty('number.malformed')
  return { value: isPercent ? decimal(digits).div(100).toFixed() : digits }
}

const dayOf = (reading: DateReading, otherwise = 'date.malformed'): CellReading => {
  if (reading.ok) return { value: reading.value }
  return reading.candidates.length > 1
    ? faulty('date.ambiguous', { candidates: reading.candidates })
    : faulty(otherwise)
}

const yes = new Set(['true', 'yes', 'y', '1', '是', '有', '对', '√', '✓'])
const no = new Set(['false', 'no', 'n', '0', '否', '无', '没有', '×', '✗'])

const readBoolean = (cell: string): CellReading => {
  const word = cell.toLowerCase()
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : faulty('field.type')
}

const readChoice = (cell: string, choices: readonly Choice[]): CellReading => {
  const name = plainName(cell)
  const found = choices.find(({ value, label }) => [value, label.zh, label.en].some((word) => plainName(word) === name))
  return found
    ? { value: found.value }
    : faulty('import.choice', { choices: choices.map(({ value, label }) => ({ value, label })) })
}

const currencyNames: Record<string, string> = {
  人民币: 'CNY',
  rmb: 'CNY',
  '¥': 'CNY',
  美元: 'USD',
  $: 'USD',
  us$: 'USD',
  欧元: 'EUR',
  '€': 'EUR',
  英镑: 'GBP',
  '£': 'GBP',
  日元: 'JPY',
  港币: 'HKD',
  港元: 'HKD',
}
