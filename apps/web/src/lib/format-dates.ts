/** Days, instants and distances between them, in the reader's zone and language. */
import { localeOf, type Reader } from './format.ts'

const made = new Map<string, Intl.DateTimeFormat>()
function formatter(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${reader.language}${JSON.stringify(options)}`
  const known = made.get(key) ?? new Intl.DateTimeFormat(localeOf(reader.language), options)
  made.set(key, known)
  return known
}

/** Days are calendar days without a zone: read them at noon UTC, so that no offset moves them. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** The day it is for the reader at an instant. */
export const dayOf = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000)

/** A day in full: 2026-11-21, 21 Nov 2026. */
export const date = (day: string, reader: Reader): string =>
  reader.language === 'zh'
    ? day
    : formatter(reader, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(noon(day))

/** A day of this year without the year: 11月21日, 21 Nov; of another year in full. */
export const shortDate = (day: string, reader: Reader, now: Date): string =>
  day.slice(0, 4) === dayOf(now, reader.timeZone).slice(0, 4)
    ? formatter(reader, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(noon(day))
    : date(day, reader)

/** A day with its weekday: 11月21日 周六, Sat 21 Nov. */
export function dateWithWeekday(day: string, reader: Reader): string {
  const weekday = formatter(reader, { timeZone: 'UTC', weekday: 'short' }).format(noon(day))
  const rest = formatter(reader, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(noon(day))
  return reader.language === 'zh' ? `${rest} ${weekday}` : `${weekday} ${rest}`
}

/** For screen readers and tooltips: 2026年11月21日 星期六, Saturday, 21 November 2026. */
export function longDate(day: string, reader: Reader): string {
  const parts = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const
  const weekday = formatter(reader, { timeZone: 'UTC', weekday: 'long' }).format(noon(day))
  const rest = formatter(reader, parts).format(noon(day))
  return reader.language === 'zh' ? `${rest} ${weekday}` : `${weekday}, ${rest}`
}

/** The time of an instant: 15:04. */
export const time = (instant: string, reader: Reader): string =>
  formatter(reader, { timeZone: reader.timeZone, hour: '2-digit', minute: '2-digit', hour12: reader.hour12 }).format(
    new Date(instant),
  )

/** An instant in full: 2026-11-21 15:04, 21 Nov 2026, 15:04. */
export const dateTime = (instant: string, reader: Reader): string =>
  `${date(dayOf(new Date(instant), reader.timeZone), reader)}${reader.language === 'zh' ? ' ' : ', '}${time(instant, reader)}`

/** An instant in a timeline: 11月21日 15:04. */
export const shortDateTime = (instant: string, reader: Reader, now: Date): string =>
  `${shortDate(dayOf(new Date(instant), reader.timeZone), reader, now)} ${time(instant, reader)}`

/** Distance up to seven days (3 天前, yesterday), then the date. The absolute value belongs in the tooltip. */
export function relative(instant: string, reader: Reader, now: Date): string {
  const then = new Date(instant)
  const words = new Intl.RelativeTimeFormat(localeOf(reader.language), { numeric: 'auto' })
  const minutes = Math.round((then.getTime() - now.getTime()) / 60_000)
  const days = daysBetween(dayOf(now, reader.timeZone), dayOf(then, reader.timeZone))
  if (days === 0 && Math.abs(minutes) < 60) return words.format(minutes, 'minute')
  if (days === 0) return words.format(Math.trunc(minutes / 60), 'hour')
  return Math.abs(days) <= 7 ? words.format(days, 'day') : shortDate(dayOf(then, reader.timeZone), reader, now)
}

/** The same for a day without a time: 今天, 昨天, in 3 days, 12月18日. */
export function relativeDay(day: string, reader: Reader, now: Date): string {
  const days = daysBetween(dayOf(now, reader.timeZone), day)
  if (Math.abs(days) > 7) return shortDate(day, reader, now)
  return new Intl.RelativeTimeFormat(localeOf(reader.language), { numeric: 'auto' }).format(days, 'day')
}

/** A month as a heading: 11月, November; of another year 2025年11月, November 2025. */
export function monthOf(day: string, reader: Reader, now: Date): string {
  const sameYear = day.slice(0, 4) === dayOf(now, reader.timeZone).slice(0, 4)
  return formatter(reader, { timeZone: 'UTC', month: monthIn(reader), ...(!sameYear && { year: 'numeric' }) }).format(
    noon(day),
  )
}

// The long name of a month is 十一月 in Chinese, which nobody writes beside 11月21日.
const monthIn = ({ language }: Reader) => (language === 'zh' ? 'short' : 'long')

/** A month where not more than a year of them stands in a row: 11月, Nov. */
export const monthTick = (day: string, reader: Reader): string =>
  formatter(reader, { timeZone: 'UTC', month: 'short' }).format(noon(day))

/** A day soon to come as people say it: 今天, 明天, 周一 within a week, then 11月27日. */
export function nearDay(day: string, reader: Reader, now: Date): string {
  const days = daysBetween(dayOf(now, reader.timeZone), day)
  if (Math.abs(days) <= 1)
    return new Intl.RelativeTimeFormat(localeOf(reader.language), { numeric: 'auto' }).format(days, 'day')
  if (days > 1 && days < 7) return formatter(reader, { timeZone: 'UTC', weekday: 'short' }).format(noon(day))
  return shortDate(day, reader, now)
}
