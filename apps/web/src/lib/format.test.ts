import { describe, expect, it } from 'vitest'
import {
  columnMoney,
  creditCode,
  currencySign,
  money,
  number,
  percent,
  phone,
  shorten,
  total,
  type Reader,
} from './format.ts'
import {
  date,
  dateTime,
  dateWithWeekday,
  longDate,
  monthOf,
  monthTick,
  relative,
  relativeDay,
  shortDate,
} from './format-dates.ts'

const zh: Reader = { language: 'zh', timeZone: 'Asia/Shanghai', currency: 'CNY', hour12: false }
const en: Reader = { ...zh, language: 'en' }
const now = new Date('2026-11-20T02:00:00Z')

describe('money', () => {
  it.each([
    ['1280000.00', 'full', '¥1,280,000.00'],
    ['1280000.00', 'trim', '¥1,280,000'],
    ['1280000.50', 'trim', '¥1,280,000.50'],
    ['-84.5', 'full', '−¥84.50'],
  ] as const)('%s as %s', (amount, style, shown) => {
    expect(money(amount, 'CNY', zh, { style })).toBe(shown)
    expect(money(amount, 'CNY', en, { style })).toBe(shown)
  })

  it.each([
    ['1280000', '¥128万', '¥1.28M'],
    ['130000000', '¥1.3亿', '¥130M'],
    ['6800', '¥6,800', '¥6.8K'],
    ['12000000', '¥1,200万', '¥12M'],
    ['-12000', '−¥1.2万', '−¥12K'],
  ])('compact %s', (amount, chinese, english) => {
    expect(money(amount, 'CNY', zh, { style: 'compact' })).toBe(chinese)
    expect(money(amount, 'CNY', en, { style: 'compact' })).toBe(english)
  })

  it.each([
    ['288000.00', '288,000', '288,000'],
    ['-98765432109', '−987.7亿', '−98.77B'],
    ['123456789012.34', '1,234.6亿', '123.46B'],
  ])('never cuts %s off in a column', (amount, chinese, english) => {
    expect(columnMoney(amount, 'CNY', zh)).toBe(chinese)
    expect(columnMoney(amount, 'CNY', en)).toBe(english)
  })

  it('writes what a role hides as nothing, and an amount alone as a number', () => {
    expect(money(undefined, 'CNY', en)).toBe('')
    expect(money('1280.5', undefined, en)).toBe('1,280.5')
  })

  it('keeps every digit of an amount that a double cannot hold', () => {
    expect(money('12345678901234567.89', 'CNY', zh)).toBe('¥12,345,678,901,234,567.89')
  })

  it('names a foreign currency by its code, and knows currencies without cents', () => {
    expect(money('1200', 'USD', zh).replace(/\s/, ' ')).toBe('USD 1,200.00')
    expect(money('1200', 'JPY', { ...en, currency: 'JPY' })).toBe('¥1,200')
    expect(currencySign('CNY', 'en')).toBe('¥')
    expect(money('288000.00', 'CNY', zh, { style: 'trim', bare: true })).toBe('288,000')
    expect(money('1200', 'USD', zh, { style: 'trim', bare: true }).replace(/\s/, ' ')).toBe('USD 1,200')
  })
})

it('numbers, shares and totals', () => {
  expect(number(1248, zh)).toBe('1,248')
  expect(number('-0.5', en, 1)).toBe('−0.5')
  expect(percent('0.324', zh)).toBe('32.4%')
  expect(total({ value: 1248, exact: true }, en)).toBe('1,248')
  expect(total({ value: 10_000, exact: false }, en)).toBe('10,000+')
  expect(total({ value: 812_000, exact: false }, en)).toBe('≈812,000')
})

it('phones, codes and long names', () => {
  expect(phone('13800001234')).toBe('138 0000 1234')
  expect(phone('+86 138-0000-1234')).toBe('138 0000 1234')
  expect(phone('138****1234')).toBe('138 **** 1234')
  expect(phone('0519-8600 3308')).toBe('0519-8600 3308')
  expect(creditCode('91320411MA1XXXXX0A')).toBe('9132 0411 MA1X XXXX 0A')
  expect(shorten('常州蓝隼新能源科技发展有限公司', 12)).toBe('常州蓝隼新能源…有限公司')
})

describe('dates', () => {
  it('in full, short, with weekday and for the ear', () => {
    expect(date('2026-11-21', zh)).toBe('2026-11-21')
    expect(date('2026-11-21', en)).toBe('21 Nov 2026')
    expect(shortDate('2026-11-21', zh, now)).toBe('11月21日')
    expect(shortDate('2027-01-22', zh, now)).toBe('2027-01-22')
    expect(dateWithWeekday('2026-11-21', zh)).toBe('11月21日 周六')
    expect(dateWithWeekday('2026-11-21', en)).toBe('Sat 21 Nov')
    expect(longDate('2026-11-21', zh)).toBe('2026年11月21日 星期六')
    expect(longDate('2026-11-21', en)).toBe('Saturday, 21 November 2026')
  })

  it('instants stand in the business zone', () => {
    expect(dateTime('2026-11-20T17:04:00Z', zh)).toBe('2026-11-21 01:04')
    expect(dateTime('2026-11-20T17:04:00Z', en)).toBe('21 Nov 2026, 01:04')
  })

  it('months as they are written beside days, and short where a year of them stands in a row', () => {
    expect(monthOf('2026-11-01', zh, now)).toBe('11月')
    expect(monthOf('2025-11-01', zh, now)).toBe('2025年11月')
    expect(monthOf('2026-11-01', en, now)).toBe('November')
    expect(monthTick('2025-12-01', zh)).toBe('12月')
    expect(monthTick('2025-12-01', en)).toBe('Dec')
  })

  it('relative up to seven days, then the date', () => {
    expect(relative('2026-11-20T01:30:00Z', zh, now)).toBe('30分钟前')
    expect(relative('2026-11-19T15:00:00Z', zh, now)).toBe('昨天')
    expect(relative('2026-11-17T02:00:00Z', en, now)).toBe('3 days ago')
    expect(relative('2026-11-02T02:00:00Z', zh, now)).toBe('11月2日')
    expect(relativeDay('2026-11-21', zh, now)).toBe('明天')
    expect(relativeDay('2026-12-18', en, now)).toBe('18 Dec')
  })
})
