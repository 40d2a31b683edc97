import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, twoProportions, twoSided } from './significance.ts'

const counted = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 })).map(([k, n]) => ({ k: Math.min(k, n), n }))

describe('twoSided', () => {
  it.each([
    [0, 1],
    [1, 0.3173],
    [1.959964, 0.05],
    [2.575829, 0.01],
    [-1.959964, 0.05],
  ])('of %d is %d', (z, p) => expect(twoSided(z)).toBeCloseTo(p, 4))
})

describe('twoProportions', () => {
  it('agrees with a worked example: 45 of 119 against 70 of 119 has z −3.24', () => {
    const { z, p } = twoProportions({ k: 45, n: 119 }, { k: 70, n: 119 })
    expect(z).toBeCloseTo(-3.243, 2)
    expect(p).toBeCloseTo(0.0012, 4)
  })

  it('finds nothing in equal shares, in all of all, or without data', () => {
    expect(twoProportions({ k: 10, n: 20 }, { k: 20, n: 40 })).toEqual({ z: 0, p: 1 })
    expect(twoProportions({ k: 20, n: 20 }, { k: 40, n: 40 })).toEqual({ z: 0, p: 1 })
    expect(twoProportions({ k: 0, n: 0 }, { k: 20, n: 40 })).toEqual({ z: 0, p: 1 })
  })

  it('is a chance, turns its sign with the sides, and grows surer with ten times the data', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const { z, p } = twoProportions(a, b)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(twoProportions(b, a).z).toBeCloseTo(-z, 9)
        const more = twoProportions({ k: a.k * 10, n: a.n * 10 }, { k: b.k * 10, n: b.n * 10 })
        expect(Math.abs(more.z)).toBeGreaterThanOrEqual(Math.abs(z) - 1e-9)
        expect(more.p).toBeLessThanOrEqual(p + 1e-6)
      }),
    )
  })
})

describe('benjaminiHochberg', () => {
  it('agrees with the paper: of its fifteen p values four are called at 0.05', () => {
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ]
    expect(benjaminiHochberg(ps, 0.05).filter(Boolean)).toHaveLength(4)
  })

  it('calls the smaller before the larger, no more than uncorrected, no fewer than Bonferroni', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 20 }), (ps) => {
        const called = benjaminiHochberg(ps, 0.1)
        const largest = Math.max(-1, ...ps.filter((_, at) => called[at]))
        ps.forEach((p, at) => {
          expect(called[at]).toBe(p <= largest)
          if (called[at]) expect(p).toBeLessThanOrEqual(0.1)
          if (p <= 0.1 / ps.length) expect(called[at]).toBe(true)
        })
      }),
    )
  })
})
