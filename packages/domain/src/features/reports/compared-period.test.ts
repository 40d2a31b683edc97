import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../dates.ts'
import { previousPeriod } from './compared-period.ts'

describe('previousPeriod', () => {
  it.each([
    ['a month that is over', '2026-02-01', '2026-02-28', '2026-05-01', '2026-01-01', '2026-01-31'],
    ['a month on its 22nd day', '2026-11-01', '2026-11-30', '2026-11-22', '2026-10-01', '2026-10-22'],
    ['March on its 30th day', '2026-03-01', '2026-03-31', '2026-03-30', '2026-02-01', '2026-02-28'],
    ['a quarter', '2026-07-01', '2026-09-30', '2026-11-22', '2026-04-01', '2026-06-30'],
    ['twelve months that still run', '2025-12-01', '2026-11-30', '2026-11-22', '2024-12-01', '2025-11-22'],
    ['ten days', '2026-03-11', '2026-03-20', '2026-11-22', '2026-03-01', '2026-03-10'],
    ['ten days on the fourth', '2026-03-11', '2026-03-20', '2026-03-14', '2026-03-01', '2026-03-04'],
  ])('is for %s as much of the one before', (_, from, to, today, beforeFrom, beforeTo) => {
    expect(previousPeriod({ from, to }, today)).toEqual({ from: beforeFrom, to: beforeTo })
  })

  it('is nothing without a beginning, before it begins, and before the calendar', () => {
    expect(previousPeriod({ to: '2026-01-31' }, '2026-05-01')).toBeNull()
    expect(previousPeriod({ from: '2026-06-01', to: '2026-06-30' }, '2026-05-01')).toBeNull()
    expect(previousPeriod({ from: '1900-01-01', to: '2026-06-30' }, '2026-05-01')).toBeNull()
  })

  it('lies before the period, begins as long before it as it lasts, and is no longer than what has passed', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1990-01-01', days))
    fc.assert(
      fc.property(day, fc.nat(800), fc.integer({ min: -30, max: 900 }), (from, length, passed) => {
        const to = addDays(from, length)
        const before = previousPeriod({ from, to }, addDays(from, passed))
        if (!before) return passed < 0
        expect(before.from <= before.to && before.to < from).toBe(true)
        const drift = Math.abs(daysBetween(before.from, from) - (length + 1))
        expect(drift).toBeLessThanOrEqual(from.endsWith('-01') ? 3 : 0) // months differ in length
        expect(daysBetween(before.from, before.to)).toBeLessThanOrEqual(Math.min(length, passed) + drift)
        return true
      }),
    )
  })
})
