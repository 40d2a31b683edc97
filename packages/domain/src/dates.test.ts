import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addPeriods,
  addWorkingDays,
  dateIn,
  daysBetween,
  isDate,
  clockIn,
  instantAt,
  isTimeZone,
  onDay,
  startOfDay,
  startOfPeriod,
} from './dates.ts'

const zones = Intl.supportedValuesOf('timeZone')
const YEARS = { from: Date.UTC(2018, 0, 1), to: Date.UTC(2028, 0, 1) }
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The offset from UTC in minutes, asked of Intl by another way than dates.ts does. */
const offsetReader = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return (instant: number): number => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours = '0', minutes = '0', seconds = '0'] =
      /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?/.exec(name) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes) + Number(seconds) / 60)
  }
}

/** Every change of a zone's offset between two instants, to the minute. */
const transitionsOf = (timeZone: string): number[] => {
  const offsetAt = offsetReader(timeZone)
  const found: number[] = []
  for (let at = YEARS.from; at < YEARS.to; at += 20 * DAY) {
    let [low, high] = [at, Math.min(at + 20 * DAY, YEARS.to)]
    if (offsetAt(low) === offsetAt(high)) continue
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000
      if (offsetAt(middle) === offsetAt(low)) low = middle
      else high = middle
    }
    found.push(high)
  }
  return found
}

/** A day begins at the first instant that has its date; the instant before has an earlier one. */
const startFaults = (date: string, timeZone: string): string[] => {
  const start = startOfDay(date, timeZone)
  const [at, before] = [dateIn(start, timeZone), dateIn(new Date(start.getTime() - 1), timeZone)]
  const isRight = at >= date && before < date
  return isRight ? [] : [`${timeZone} ${date}: starts at ${start.toISOString()} (${at}), before it ${before}`]
}

describe('days of a time zone', () => {
  it('begin right around every transition of all zones in ten years [D14]', () => {
    let transitions = 0
    const faults = zones.flatMap((zone) =>
      transitionsOf(zone).flatMap((at) => {
        transitions++
        const day = dateIn(new Date(at), zone)
        return [-1, 0, 1].flatMap((days) => startFaults(addDays(day, days), zone))
      }),
    )
    expect(zones.length).toBeGreaterThanOrEqual(400)
    expect(transitions).toBeGreaterThan(2_000)
    expect(faults).toEqual([])
  })

  it('cover time without gap or overlap [D14]', () => {
    const instant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) })
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const day = dateIn(new Date(at), zone)
        expect(startFaults(day, zone)).toEqual([])
        expect(startOfDay(day, zone).getTime()).toBeLessThanOrEqual(at)
        expect(startOfDay(addDays(day, 1), zone).getTime()).toBeGreaterThan(at)
      }),
      { numRuns: 10_000 },
    )
  })

  it.each([
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 'midnight does not exist'],
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z', 'midnight does not exist'],
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z', 'midnight comes twice'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'the day does not exist'],
    ['2026-06-01', 'Asia/Shanghai', '2026-05-31T16:00:00.000Z', 'an ordinary day'],
    ['2026-06-01', 'Pacific/Kiritimati', '2026-05-31T10:00:00.000Z', 'fourteen hours ahead'],
  ])('%s in %s starts at %s: %s [D14]', (date, zone, start) => {
    expect(startOfDay(date, zone).toISOString()).toBe(start)
  })

  it('tells zones from other words', () => {
    expect(isTimeZone('Asia/Shanghai')).toBe(true)
    for (const word of ['', 'Asia/Peking2', 'now()', '+99:00', "UTC'; --"]) expect(isTimeZone(word)).toBe(false)
  })
})

describe('calendar days', () => {
  const day = fc
    .integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2200, 11, 31) / DAY })
    .map((days) => new Date(days * DAY).toISOString().slice(0, 10))

  it('exist from 1900 to 2200, and 30 February never does [D1]', () => {
    fc.assert(fc.property(day, isDate), { numRuns: 10_000 })
    for (const wrong of [
      '1899-12-31',
      '2201-01-01',
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
    ])
      expect(isDate(wrong)).toBe(false)
    expect(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29'].every(isDate)).toBe(true)
    expect(['1900-02-29', '2100-02-29', '2026-1-1', '2026-01-01T00:00', ' 2026-01-01'].some(isDate)).toBe(false)
  })

  it('add and subtract to each other [D14]', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -36_500, max: 36_500 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
      { numRuns: 10_000 },
    )
  })

  it('lie in exactly one period of each kind [D14]', () => {
    const period = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
    fc.assert(
      fc.property(day, period, fc.integer({ min: -50, max: 50 }), (date, kind, count) => {
        const first = startOfPeriod(date, kind)
        const next = addPeriods(first, kind, 1)
        expect(first <= date && date < next).toBe(true)
        expect(startOfPeriod(first, kind)).toBe(first)
        expect(addPeriods(addPeriods(first, kind, count), kind, -count)).toBe(first)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('onDay', () => {
  const zone = fc.constantFrom(
    'America/New_York',
    'Asia/Shanghai',
    'Australia/Lord_Howe', // half an hour
    'Europe/Berlin',
    'America/Santiago', // at midnight
  )
  const instant = fc.date({ min: new Date(YEARS.from), max: new Date(YEARS.to), noInvalidDate: true })
  const days = fc.integer({ min: -400, max: 400 })
  const timeOf = (at: Date, timeZone: string) => clockIn(at, timeZone).getTime() % DAY

  it('keeps the time of day on another day, also where the clock is changed in between', () => {
    fc.assert(
      fc.property(instant, zone, days, (at, timeZone, count) => {
        const date = addDays(dateIn(at, timeZone), count)
        const there = onDay(at, date, timeZone)
        expect(dateIn(there, timeZone)).toBe(date)
        if (timeOf(there, timeZone) === timeOf(at, timeZone)) return
        // Nothing shows that time on that day: it begins where the clock has just leapt over it.
        const second = new Date(Math.floor(there.getTime() / 1000) * 1000)
        const leap =
          clockIn(second, timeZone).getTime() - clockIn(new Date(second.getTime() - 1000), timeZone).getTime()
        expect(leap).toBeGreaterThan(1000)
        expect(timeOf(there, timeZone)).toBeGreaterThan(timeOf(at, timeZone))
      }),
      { numRuns: 3_000 },
    )
  })

  it('goes there and back where both days show the time once, and nowhere on its own day', () => {
    fc.assert(
      fc.property(instant, zone, days, fc.integer({ min: 8 * 60, max: 20 * 60 }), (at, timeZone, count, minutes) => {
        const own = dateIn(at, timeZone)
        expect(onDay(at, own, timeZone)).toBe(at)
        const plan = instantAt(own, minutes, timeZone)
        const there = onDay(plan, addDays(own, count), timeZone)
        expect(onDay(there, own, timeZone)).toEqual(plan)
      }),
    )
  })

  it('knows the two Sundays of Berlin', () => {
    const at = (date: string, minutes: number) => instantAt(date, minutes, 'Europe/Berlin').toISOString()
    const moved = (from: string, date: string) => onDay(new Date(from), date, 'Europe/Berlin').toISOString()
    expect(moved(at('2026-03-27', 540), '2026-03-30')).toBe('2026-03-30T07:00:00.000Z')
    expect(moved(at('2026-03-27', 150), '2026-03-29')).toBe('2026-03-29T01:00:00.000Z')
    expect(moved(at('2026-10-23', 540), '2026-10-26')).toBe('2026-10-26T08:00:00.000Z')
  })
})

describe('addWorkingDays', () => {
  it('passes over the weekend in both directions', () => {
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-23', -1)).toBe('2026-11-20')
    expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-21')
  })

  it('five of them are a week, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -500, max: 500 }), (day, weeks) => {
        const monday = addDays('2026-11-23', day)
        expect(addWorkingDays(monday, weeks * 5)).toBe(addDays(monday, weeks * 7))
      }),
    )
  })
})
