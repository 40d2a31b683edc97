/**
 * Numbers, money and identifiers as people read them. Amounts are decimal strings from end to end: `Intl` takes the
 * string itself, so no digit is lost. Dates stand in format-dates.ts.
 */
import type { Language } from './preferences.ts'

/** What the display depends on; one source, the session. */
export type Reader = { language: Language; timeZone: string; currency: string; hour12: boolean }

/** An exact decimal as the API sends it. */
export type Decimal = string

const locales = { zh: 'zh-CN', en: 'en-GB' } as const
// Numbers in American English: British writes ¥1.28m.
const numberLocales = { zh: 'zh-CN', en: 'en-US' } as const
/** The locale tag that `Intl` gets for a language of ours; dates read day first in English. */
export const localeOf = (language: Language): string => locales[language]

const made = new Map<string, Intl.NumberFormat>()
function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`
  const known = made.get(key) ?? new Intl.NumberFormat(numberLocales[language], options)
  made.set(key, known)
  return known
}

// The type of `format` names literals such as `${number}`; our decimals are checked by the contract, not by the compiler.
const write = (format: Intl.NumberFormat, value: Decimal | number): string =>
  format
    .formatToParts(value as Intl.StringNumericLiteral)
    .map((part) => (part.type === 'minusSign' ? '−' : part.value))
    .join('')

type MoneyOptions = {
  /** 'full' ¥1,280,000.00 · 'trim' ¥1,280,000, cents only when there are any · 'compact' ¥128万 */
  style?: 'full' | 'trim' | 'compact'
  /** Leaves the sign of the reader's own currency out, for columns whose head carries it; a foreign one stays named. */
  bare?: boolean
}

/**
 * An amount. The currency's code stands in front only when it is not the reader's base currency. What a role hides is absent
 * from a record: no amount is written as nothing, one without its currency as a number.
 */
export function money(
  amount: Decimal | undefined,
  currency: string | undefined,
  reader: Reader,
  { style = 'full', bare }: MoneyOptions = {},
): string {
  if (amount === undefined) return ''
  if (currency === undefined) return number(amount, reader, 2)
  const foreign = currency !== reader.currency
  const shown: Intl.NumberFormatOptions =
    bare && !foreign
      ? { style: 'decimal' }
      : { style: 'currency', currency, currencyDisplay: foreign ? 'code' : 'narrowSymbol' }
  return write(formatter(reader.language, { ...shown, ...digitsFor(style, currency, reader.language) }), amount)
}

// So many characters stand in the column of an amount.
const COLUMN = 13

/** An amount in a column whose head carries the currency: cut off it would be another amount, so a very long one is rounded. */
export function columnMoney(amount: Decimal, currency: string, reader: Reader): string {
  const exact = money(amount, currency, reader, { style: 'trim', bare: true })
  return exact.length <= COLUMN ? exact : money(amount, currency, reader, { style: 'compact', bare: true })
}

function digitsFor(style: MoneyOptions['style'], currency: string, language: Language): Intl.NumberFormatOptions {
  if (style === 'compact') {
    // Without the minimum zh prints ¥128.0万.
    return {
      notation: 'compact',
      useGrouping: 'always',
      minimumFractionDigits: 0,
      maximumFractionDigits: language === 'zh' ? 1 : 2,
    }
  }
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const digits = maximumFractionDigits ?? 2
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return style === 'trim' ? { ...fixed, trailingZeroDisplay: 'stripIfInteger' } : fixed
}

/** The price of one piece, which may have up to four decimals: ¥12.3456, ¥9.90, ¥8. */
export const unitPrice = (price: Decimal, currency: string, reader: Reader): string =>
  write(
    formatter(reader.language, {
      style: 'currency',
      currency,
      currencyDisplay: currency === reader.currency ? 'narrowSymbol' : 'code',
      maximumFractionDigits: 4,
      trailingZeroDisplay: 'stripIfInteger',
    }),
    price,
  )

/** The sign of a currency for a column head: ¥, $, €. */
export const currencySign = (currency: string, language: Language): string =>
  formatter(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency

/** A count or measure with grouping; `digits` after the point at most. */
export const number = (value: Decimal | number, reader: Reader, digits = 0): string =>
  write(formatter(reader.language, { maximumFractionDigits: digits }), value)

const sizes = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** The size of a file in the unit that people read, from kilobytes on. */
export const bytes = (value: number, reader: Reader): string => {
  const at = sizes.findLastIndex((_, step) => value >= 1000 ** (step + 1))
  const unit = sizes[Math.max(0, at)] ?? 'kilobyte'
  const shown = value / 1000 ** (Math.max(0, at) + 1)
  return formatter(reader.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(shown)
}

/** A share given as fraction: 0.324 is 32.4%. One decimal unless it is whole and `digits` says so. */
export const percent = (fraction: Decimal | number, reader: Reader, digits = 1): string =>
  write(
    formatter(reader.language, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    fraction,
  )

/** A total as the API sends it: exact, or with ≈ when it is an estimate. */
export const total = ({ value, exact }: { value: number; exact: boolean }, reader: Reader): string =>
  exact ? number(value, reader) : value === 10_000 ? `${number(value, reader)}+` : `≈${number(value, reader)}`

/** A phone number in groups: 138 0000 1234, masked 138 **** 1234. What is no mainland mobile stays as it was written. */
export function phone(written: string): string {
  const local = written.replace(/^\+86/, '').replaceAll(/[\s-]/g, '')
  return /^1\d{2}[\d*]{4}\d{4}$/.test(local) ? `${local.slice(0, 3)} ${local.slice(3, 7)} ${local.slice(7)}` : written
}

/** A unified social credit code in groups of four. */
export const creditCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Items as a sentence's list: “a、b 和 c”, “a, b and c”. */
export const list = (items: string[], reader: Reader): string =>
  new Intl.ListFormat(localeOf(reader.language), { type: 'conjunction' }).format(items)

/** A name shortened in the middle, so that its end (有限公司, Ltd.) stays; the whole stands in the tooltip. */
export function shorten(name: string, max: number): string {
  const letters = Array.from(name)
  if (letters.length <= max) return name
  const tail = Math.min(4, Math.floor(max / 3))
  return `${letters.slice(0, max - tail - 1).join('')}…${letters.slice(-tail).join('')}`
}
