import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianDwell, wilson } from './statistics.ts'

describe('wilson', () => {
  it('agrees with the published example: 7 of 10 is 0.3968 to 0.8922', () => {
    const { value, low, high } = wilson(7, 10)
    expect(value).toBe(0.7)
    expect(low).toBeCloseTo(0.3968, 4)
    expect(high).toBeCloseTo(0.8922, 4)
  })

  it('says nothing without data', () => {
    expect(wilson(0, 0)).toEqual({ k: 0, n: 0, value: null, low: null, high: null })
  })

  it('holds the share inside an interval inside 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (a, n) => {
        const { value, low, high } = wilson(Math.min(a, n), n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(value ?? -1)
        expect(high).toBeGreaterThanOrEqual(value ?? 2)
      }),
    )
  })
})

describe('medianDwell', () => {
  it('is the median when everybody left', () => {
    const days = [1, 2, 3, 4, 5].map((day) => ({ days: day, left: 1, censored: 0 }))
    expect(medianDwell(days)).toBe(3)
  })

  it('is later when some are still inside', () => {
    const days = [
      { days: 1, left: 2, censored: 0 },
      { days: 2, left: 0, censored: 2 },
      { days: 5, left: 1, censored: 0 },
      { days: 9, left: 1, censored: 0 },
    ]
    expect(medianDwell(days)).toBe(5)
  })

  it('is unknown while more than half are inside', () => {
    expect(medianDwell([{ days: 3, left: 1, censored: 3 }])).toBeNull()
    expect(medianDwell([])).toBeNull()
  })
})
