/** Days and instants in a time zone, without a library: `Intl` knows every zone's transitions. */

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatterOf = (timeZone: string) => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

// Asking `Intl` is slow, and a batch of records asks for the same few days again and again.
const MANY = 5_000
const remembering = <Key, Answer>(ask: (key: Key, timeZone: string) => Answer) => {
  const zones = new Map<string, Map<Key, Answer>>()
  return (key: Key, timeZone: string): Answer => {
    let known = zones.get(timeZone)
    if (!known || known.size >= MANY) zones.set(timeZone, (known = new Map<Key, Answer>()))
    const answer = known.get(key) ?? ask(key, timeZone)
    known.set(key, answer)
    return answer
  }
}

const askParts = (instant: number, timeZone: string): number => {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) parts[type] = Number(value)
  return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!)
}

/** What the clock of the zone shows at this instant, as if it were UTC. */
const partsIn = remembering(askParts)

/** True for an existing day between 1900 and 2200 written as 'YYYY-MM-DD'. */
export const isDate = (value: string): boolean => {
  if (!/^(19\d\d|20\d\d|21\d\d|2200)-(0[1-9]|1[0-2])-\d\d$/.test(value)) return false
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))]
  return day >= 1 && day <= daysIn(year, month)
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

export const isTimeZone = (value: string): boolean => {
  try {
    formatterOf(value)
    return true
  } catch {
    return false
  }
}

/** What the clock of the zone shows at this instant, to the millisecond, as if it were UTC. */
export const clockIn = (instant: Date, timeZone: string): Date => {
  const milliseconds = instant.getTime() % 1000
  return new Date(partsIn(instant.getTime() - milliseconds, timeZone) + milliseconds)
}

/** The day it is at this instant in this zone. */
export const dateIn = (instant: Date, timeZone: string): string => dayIn(instant.getTime(), timeZone)

const dayIn = remembering((instant: number, timeZone) =>
  new Date(partsIn(instant, timeZone)).toISOString().slice(0, 10),
)

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

/** The day that lies so many working days (Monday to Friday) after `date`, or before it when negative. */
export const addWorkingDays = (date: string, days: number): string => {
  const step = Math.sign(days)
  let day = date
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step)
    if (!isWeekend(day)) left--
  }
  return day
}

/** Whole days from `a` to `b`; negative when b is earlier. */
export const daysBetween = (a: string, b: string): number =>
  (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000

const offsetAt = (instant: number, timeZone: string) => partsIn(instant, timeZone) - Math.floor(instant / 1000) * 1000

/** The first instant of a day in a zone; where midnight does not exist (DST), the first instant that does. */
export const startOfDay = (date: string, timeZone: string): Date => new Date(startIn(date, timeZone))

const startIn = remembering((date: string, timeZone): number => instantOf(Date.parse(`${date}T00:00:00Z`), timeZone))

/** The first instant at which the clock of the zone shows so many minutes after midnight on that day, or the first behind a gap. */
export const instantAt = (date: string, minutes: number, timeZone: string): Date =>
  new Date(instantOf(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000, timeZone))

/**
 * The same time of day on another day, as the clock of the zone shows it, or the first instant behind a gap. On its own day
 * it stays what it is, also in an hour that the clock shows twice.
 */
export const onDay = (instant: Date, date: string, timeZone: string): Date => {
  const own = dateIn(instant, timeZone)
  if (own === date) return instant
  const clock = clockIn(instant, timeZone).getTime() + daysBetween(own, date) * 86_400_000
  const milliseconds = clock % 1000
  return new Date(instantOf(clock - milliseconds, timeZone) + milliseconds)
}

const instantOf = (wall: number, timeZone: string): number => {
  const tries = [wall - offsetAt(wall - 86_400_000, timeZone), wall - offsetAt(wall + 86_400_000, timeZone)]
  const exact = tries.filter((instant) => partsIn(instant, timeZone) === wall)
  if (exact.length > 0) return Math.min(...exact)
  return firstInstantOf(wall, timeZone, Math.min(...tries), Math.max(...tries))
}

// That time is skipped: it begins at the transition, which lies between the two candidates; halve the way to it.
const firstInstantOf = (wall: number, timeZone: string, low: number, high: number): number => {
  let [before, after] = [low - 3_600_000, high + 3_600_000]
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000
    if (partsIn(middle, timeZone) < wall) before = middle
    else after = middle
  }
  return after
}

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** First day of the period that holds `date`; weeks begin on Monday. */
export const startOfPeriod = (date: string, period: Period): string => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  if (period === 'day') return date
  if (period === 'week') return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
  const first = period === 'month' ? month : period === 'quarter' ? month - ((month - 1) % 3) : 1
  return `${year}-${String(first).padStart(2, '0')}-01`
}

/** Moves the first day of a period by whole periods. */
export const addPeriods = (first: string, period: Period, count: number): string => {
  if (period === 'day' || period === 'week') return addDays(first, count * (period === 'day' ? 1 : 7))
  const months = { month: 1, quarter: 3, year: 12 }[period] * count
  const [year = 0, month = 1] = first.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
