import { describe, expect, it } from 'vitest'
import { detectDateOrder, readDate, readInstant } from './read-date.ts'

describe('readDate', () => {
  it.each([
    ['2017-03-01', '2017-03-01'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026-03-05 14:30', '2026-03-05'],
    ['2024-08-13T18:04:34.666+00:00', '2024-08-13'],
    ['5 Mar 2026', '2026-03-05'],
    ['March 5, 2026', '2026-03-05'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['7/7/2026', '2026-07-07'],
  ])('%j is %j', (text, value) => expect(readDate(text)).toEqual({ ok: true, value }))

  it.each(['2026-02-30', 'soon', '', '3.5', '99999999', '2026-13-01'])('%j is no day', (text) => {
    expect(readDate(text)).toEqual({ ok: false, candidates: [] })
  })

  it('names what an ambiguous day could be, and takes the order given', () => {
    expect(readDate('3/5/2026')).toEqual({ ok: false, candidates: ['2026-03-05', '2026-05-03'] })
    expect(readDate('3/5/2026', 'dmy')).toEqual({ ok: true, value: '2026-05-03' })
    expect(readDate('26.10.18')).toEqual({ ok: false, candidates: ['2026-10-18', '2018-10-26'] })
    expect(readDate('26.10.18', 'ymd')).toEqual({ ok: true, value: '2026-10-18' })
  })
})

describe('detectDateOrder', () => {
  it('finds the one order that fits all values', () => {
    expect(detectDateOrder(['3/5/2026', '25/12/2026'])).toBe('dmy')
    expect(detectDateOrder(['3/5/2026', '4/6/2026'])).toBeNull()
  })
})

describe('readInstant', () => {
  it.each([
    ['2024-08-13T18:04:34.666+00:00', '2024-08-13T18:04:34.666Z'],
    ['2026-03-05', '2026-03-04T16:00:00.000Z'],
    ['2026-03-05 14:30', '2026-03-05T06:30:00.000Z'],
    ['3/15/2026 2:05 PM', '2026-03-15T06:05:00.000Z'],
    ['2022-07-11 12:58:01+00', '2022-07-11T12:58:01.000Z'],
  ])('%j is %s in Shanghai', (text, value) => expect(readInstant(text, 'Asia/Shanghai')).toEqual({ ok: true, value }))
})
