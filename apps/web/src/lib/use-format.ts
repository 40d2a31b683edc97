/** The formats bound to who is reading. The reader comes from the session through this context, so lib knows no noun. */
import { createContext, use, useMemo } from 'react'
import * as dates from './format-dates.ts'
import * as numbers from './format.ts'
import { useLanguage } from './use-language.ts'

export type ReaderSettings = Omit<numbers.Reader, 'language'>

/** What the organisation and the person chose; these values hold until the session is known. */
export const ReaderContext = createContext<ReaderSettings>({
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  hour12: false,
})

/** Who reads: language and settings. */
export function useReader(): numbers.Reader {
  const language = useLanguage()
  const settings = use(ReaderContext)
  return useMemo(() => ({ ...settings, language }), [settings, language])
}

const bind = (reader: numbers.Reader) => {
  const now = () => new Date()
  return {
    reader,
    money: (amount: string, currency: string, style?: 'full' | 'trim' | 'compact') =>
      numbers.money(amount, currency, reader, { style: style ?? 'full' }),
    bareMoney: (amount: string, currency: string) =>
      numbers.money(amount, currency, reader, { style: 'trim', bare: true }),
    columnMoney: (amount: string, currency: string) => numbers.columnMoney(amount, currency, reader),
    unitPrice: (price: string, currency: string) => numbers.unitPrice(price, currency, reader),
    number: (value: string | number, digits?: number) => numbers.number(value, reader, digits),
    bytes: (value: number) => numbers.bytes(value, reader),
    percent: (fraction: string | number, digits?: number) => numbers.percent(fraction, reader, digits),
    total: (value: { value: number; exact: boolean }) => numbers.total(value, reader),
    list: (items: string[]) => numbers.list(items, reader),
    date: (day: string) => dates.date(day, reader),
    shortDate: (day: string) => dates.shortDate(day, reader, now()),
    dateWithWeekday: (day: string) => dates.dateWithWeekday(day, reader),
    longDate: (day: string) => dates.longDate(day, reader),
    time: (instant: string) => dates.time(instant, reader),
    dateTime: (instant: string) => dates.dateTime(instant, reader),
    shortDateTime: (instant: string) => dates.shortDateTime(instant, reader, now()),
    relative: (instant: string) => dates.relative(instant, reader, now()),
    relativeDay: (day: string) => dates.relativeDay(day, reader, now()),
    /** A month by the name of its first day; the year stands with it in other years than this. */
    monthName: (day: string) => dates.monthOf(day, reader, now()),
    monthTick: (day: string) => dates.monthTick(day, reader),
    /** Whole days between an instant and today; negative when it is ahead. */
    daysSince: (instant: string) =>
      dates.daysBetween(dates.dayOf(new Date(instant), reader.timeZone), dates.dayOf(now(), reader.timeZone)),
    nearDay: (day: string) => dates.nearDay(day, reader, now()),
    now,
    today: () => dates.dayOf(now(), reader.timeZone),
  }
}

export type Format = ReturnType<typeof bind>

/** Numbers, money and dates as the reader sees them. */
export function useFormat(): Format {
  const reader = useReader()
  return useMemo(() => bind(reader), [reader])
}
