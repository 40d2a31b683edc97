import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockIn } from '../../dates.ts'
import { quietUntil } from './quiet-hours.ts'

const HOUR = 3_600_000
const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'UTC']
const two = (value: number) => String(value).padStart(2, '0')
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${two(hour)}:${two(minute)}`)
// Minutes, around every change of the clocks in these years as much as elsewhere.
const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000))
const scene = fc.record({ now: instant, from: time, to: time, zone: fc.constantFrom(...zones) })
const later = (at: Date, ms: number) => new Date(at.getTime() + ms)
const shown = (at: Date, zone: string) => clockIn(at, zone).toISOString().slice(11, 16)
const isSteady = (at: Date, zone: string) =>
  [-36, 36].every((hours) => {
    const offset = (one: Date) => clockIn(one, zone).getTime() - one.getTime()
    return offset(later(at, hours * HOUR)) === offset(at)
  })

describe('quiet hours', () => {
  it.each([
    ['last over midnight', '2026-11-22T15:30:00Z', '22:00', '07:30', 'Asia/Shanghai', '2026-11-22T23:30:00Z'],
    ['hold after midnight', '2026-11-22T20:00:00Z', '22:00', '07:30', 'Asia/Shanghai', '2026-11-22T23:30:00Z'],
    ['end with their last minute', '2026-11-22T23:30:00Z', '22:00', '07:30', 'Asia/Shanghai', null],
    ['begin with their first', '2026-11-22T14:00:00Z', '22:00', '07:30', 'Asia/Shanghai', '2026-11-22T23:30:00Z'],
    ['have not begun', '2026-11-22T13:59:00Z', '22:00', '07:30', 'Asia/Shanghai', null],
    ['stay within a day', '2026-11-22T05:00:00Z', '12:00', '14:00', 'Asia/Shanghai', '2026-11-22T06:00:00Z'],
    ['are none of equal ends', '2026-11-22T05:00:00Z', '12:00', '12:00', 'Asia/Shanghai', null],
    ['lose an hour in spring', '2026-03-29T00:30:00Z', '22:00', '07:00', 'Europe/Berlin', '2026-03-29T05:00:00Z'],
    ['win one in autumn', '2026-10-25T00:30:00Z', '22:00', '07:00', 'Europe/Berlin', '2026-10-25T06:00:00Z'],
    ['end behind a gap', '2026-03-29T00:30:00Z', '22:00', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
  ])('%s', (_, now, from, to, zone, until) => {
    expect(quietUntil(new Date(now), { from, to }, zone)?.toISOString() ?? null).toBe(
      until && new Date(until).toISOString(),
    )
  })

  it('are over when they end, and nowhere longer than a day and a changed clock', () => {
    fc.assert(
      fc.property(scene, ({ now, from, to, zone }) => {
        const until = quietUntil(now, { from, to }, zone)
        if (!until) return true
        const length = until.getTime() - now.getTime()
        return length > 0 && length <= 25 * HOUR && quietUntil(until, { from, to }, zone) === null
      }),
      { numRuns: 3_000 },
    )
  })

  it('have one end, whenever in them it is asked for', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 24 * 60 }), ({ now, from, to, zone }, minutes) => {
        const until = quietUntil(now, { from, to }, zone)
        const then = later(now, minutes * 60_000)
        if (!until || then >= until) return true
        return quietUntil(then, { from, to }, zone)?.getTime() === until.getTime()
      }),
      { numRuns: 3_000 },
    )
  })

  it('are those that the clock on the wall shows, where it does not change', () => {
    fc.assert(
      fc.property(scene, ({ now, from, to, zone }) => {
        fc.pre(isSteady(now, zone))
        const at = shown(now, zone)
        const isWithin = from <= to ? from <= at && at < to : at >= from || at < to
        const until = quietUntil(now, { from, to }, zone)
        expect(until !== null).toBe(isWithin && from !== to)
        if (until) expect(shown(until, zone)).toBe(to)
      }),
      { numRuns: 3_000 },
    )
  })

  it('none are none', () => expect(quietUntil(new Date(), null, 'UTC')).toBeNull())
})
