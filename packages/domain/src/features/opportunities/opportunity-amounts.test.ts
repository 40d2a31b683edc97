import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseOf } from './opportunity-amounts.ts'

describe('baseOf', () => {
  it('weights what is sure or lost as it weights everything else', () => {
    const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2))
    const weighted = (amount: string, probability: string) =>
      baseOf({ amount, probability, currency: 'CNY', rate: '1', base: 'CNY' }).weightedBase
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(weighted(amount, '1')).toBe(weighted(amount, '1.0'))
        expect(weighted(amount, '0')).toBe(weighted(amount, '0.0'))
      }),
    )
  })
})
