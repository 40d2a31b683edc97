/** Days and instants as people write them in files. What can be read in two ways is not guessed. */
import { isDate, startOfDay } from '../../dates.ts'

/** In which order a day written in digits alone is meant. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy'
export const dateOrders = ['ymd', 'mdy', 'dmy'] as const

/** A day, or why there is none: it does not exist, or it could be several (in order of year-first, month-first, day-first). */
export type DateReading = { ok: true; value: string } | { ok: false; candidates: string[] }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const time = /^\d{1,2}:\d\d(:\d\d(\.\d{1,9})?)?( ?[ap]m)?( ?(Z|[+-]\d\d:?\d\d))?$/i

/** Reads a day; a time after it is left out. `order` settles what is ambiguous. */
export const readDate = (text: string, order?: DateOrder): DateReading => {
  const day = withoutTime(text.normalize('NFKC').trim())
  const exact = yearFirst(day) ?? monthName(day)
  if (exact !== undefined) return exact === null ? nothing : { ok: true, value: exact }
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(day)
  if (!parts) return nothing
  const [, a = '', b = '', c = ''] = parts
  const orders = order ? [order] : dateOrders
  const readings = orders.flatMap((one) => inOrder(one, a, b, c) ?? [])
  const candidates = [...new Set(readings)]
  const [only] = candidates
  return candidates.length === 1 && only ? { ok: true, value: only } : { ok: false, candidates }
}

// The time begins after the first T or run of spaces that a digit and a colon follow.
const withoutTime = (text: string): string => {
  for (let at = 1; at < Math.min(text.length, 40); at++) {
    if (text[at] !== 'T' && text[at] !== ' ') continue
    if (time.test(text.slice(at + 1).trimStart())) return text.slice(0, at).trimEnd()
  }
  return text
}

const nothing: DateReading = { ok: false, candidates: [] }

// Undefined: not written this way; null: written so, but no such day.
const yearFirst = (day: string): string | null | undefined => {
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(day) ??
    /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/.exec(day)
  return parts ? existing(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '') : undefined
}

const monthName = (day: string): string | null | undefined => {
  const parts =
    /^(?<day>\d{1,2})[ -](?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4})$/i.exec(day) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i.exec(day)
  if (!parts?.groups) return undefined
  const month = months.indexOf((parts.groups.month ?? '').slice(0, 3).toLowerCase()) + 1
  return existing(parts.groups.year ?? '', String(month), parts.groups.day ?? '')
}

const inOrder = (order: DateOrder, a: string, b: string, c: string): string | null => {
  if (order === 'ymd') return c.length === 2 ? existing(fullYear(a), b, c) : null
  return order === 'mdy' ? existing(fullYear(c), a, b) : existing(fullYear(c), b, a)
}

// Two digits: a century back from 2070.
const fullYear = (year: string) => (year.length !== 2 ? year : Number(year) < 70 ? `20${year}` : `19${year}`)

const existing = (year: string, month: string, day: string): string | null => {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(value) ? value : null
}

/** The one order in which every value of a column is a day; null when several fit or none does. */
export const detectDateOrder = (values: readonly string[]): DateOrder | null => {
  const fitting = dateOrders.filter((order) => values.every((value) => readDate(value, order).ok))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** A point in time: with its own offset, or a wall-clock time in `timeZone`; a bare day is its first instant there. */
export const readInstant = (text: string, timeZone: string, order?: DateOrder): DateReading => {
  const folded = text.normalize('NFKC').trim()
  const iso = folded.replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:)/, '$1T').replace(/([+-]\d\d)$/, '$1:00')
  const exact = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(iso)
    ? Date.parse(iso)
    : Number.NaN
  if (!Number.isNaN(exact)) return { ok: true, value: new Date(exact).toISOString() }
  const day = readDate(folded, order)
  if (!day.ok) return day
  const clock = /[T ](\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?(?: ?([ap])m)?$/i.exec(folded)
  return { ok: true, value: new Date(startOfDay(day.value, timeZone).getTime() + millisecondsOf(clock)).toISOString() }
}

const millisecondsOf = (clock: RegExpExecArray | null): number => {
  if (!clock) return 0
  const [, hours = '0', minutes = '0', seconds = '0', half] = clock
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}
