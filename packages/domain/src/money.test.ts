import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMoney, allocate, decimal, lineNet, minorUnitOf, roundMoney, toBase } from './money.ts'

const currency = fc.constantFrom('CNY', 'USD', 'JPY', 'KWD', 'EUR')
const digits = (most: number) => fc.integer({ min: 0, max: most })
/** An amount as NUMERIC(19,4) holds it. */
const amount = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 19n - 1n }))
  .map(
    ([negative, units]) =>
      `${negative && units > 0n ? '-' : ''}${units / 10_000n}.${`${units % 10_000n}`.padStart(4, '0')}`,
  )
const weight = fc.tuple(digits(1000), digits(9999)).map(([whole, part]) => `${whole}.${`${part}`.padStart(4, '0')}`)
const sum = (parts: readonly string[]) => decimal(addMoney(...parts))

describe('allocate', () => {
  it('gives parts that sum to the total, to the last unit, in 100,000 random cases [D13]', () => {
    const cases = fc.tuple(amount, fc.array(weight, { minLength: 1, maxLength: 5 }), currency)
    fc.assert(
      fc.property(cases, ([total, weights, unit]) => {
        const parts = allocate(total, weights, unit)
        const whole = parts.reduce((all, part) => all + unitsOf(part, unit), 0n)
        return parts.length === weights.length && whole === unitsOf(roundMoney(total, unit), unit)
      }),
      { numRuns: 100_000 },
    )
  }, 240_000)

  it('gives each part within one unit of its exact share, and none of the wrong sign [D13]', () => {
    const cases = fc.tuple(amount, fc.array(weight, { minLength: 1, maxLength: 8 }), currency)
    fc.assert(
      fc.property(cases, ([total, weights, unit]) => {
        const all = sum(weights)
        if (all.isZero()) return true
        const rounded = decimal(roundMoney(total, unit))
        return allocate(total, weights, unit).every((part, index) => {
          const share = rounded.times(weights[index]!).div(all)
          const near = decimal(part)
            .minus(share)
            .abs()
            .lessThan(decimal(10).pow(-minorUnitOf(unit)))
          return near && (decimal(part).isZero() || decimal(part).isNegative() === rounded.isNegative())
        })
      }),
      { numRuns: 10_000 },
    )
  }, 20_000)

  it('favours the largest remainder, then the earlier part', () => {
    expect(allocate('100.00', ['1', '1', '1'], 'CNY')).toEqual(['33.34', '33.33', '33.33'])
    expect(allocate('-100.00', ['1', '1', '1'], 'CNY')).toEqual(['-33.34', '-33.33', '-33.33'])
    expect(allocate('10', ['0', '0'], 'JPY')).toEqual(['10', '0'])
    expect(allocate('0.05', ['3', '7'], 'CNY')).toEqual(['0.02', '0.03'])
  })
})

describe('roundMoney', () => {
  it.each([
    ['1.005', 'CNY', '1.01'],
    ['-1.005', 'CNY', '-1.01'],
    ['2.675', 'USD', '2.68'],
    ['0.5', 'JPY', '1'],
    ['-0.5', 'JPY', '-1'],
    ['1.0005', 'KWD', '1.001'],
    ['1.00499999', 'CNY', '1.00'],
    ['-0.001', 'CNY', '0.00'],
  ])('rounds %s %s half away from zero to %s [D13]', (value, unit, rounded) => {
    expect(roundMoney(value, unit)).toBe(rounded)
  })

  it('is at most half a unit away, keeps what is whole, and mirrors at zero [D13]', () => {
    fc.assert(
      fc.property(amount, currency, (value, unit) => {
        const rounded = roundMoney(value, unit)
        const half = decimal(10).pow(-minorUnitOf(unit)).div(2)
        const mirrored = decimal(roundMoney(decimal(value).negated(), unit))
        expect(decimal(rounded).minus(value).abs().lessThanOrEqualTo(half)).toBe(true)
        expect(roundMoney(rounded, unit)).toBe(rounded)
        expect(mirrored.negated().equals(rounded)).toBe(true)
        expect(rounded).not.toMatch(/^-0(\.0+)?$/)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('sums and products', () => {
  it('adds without loss, in any order [D13]', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), (amounts) => {
        const exact = amounts.reduce((all, one) => all + BigInt(one.replace('.', '')), 0n)
        expect(
          decimal(addMoney(...amounts))
            .times(10_000)
            .toFixed(),
        ).toBe(String(exact))
        expect(addMoney(...amounts.toReversed())).toBe(addMoney(...amounts))
      }),
      { numRuns: 10_000 },
    )
  })

  it('makes the same base value of the same amount and rate, whatever the scale they are written in [D13]', () => {
    const rate = fc
      .bigInt({ min: 1n, max: 10n ** 12n })
      .map((units) => `${units / 10n ** 8n}.${`${units % 10n ** 8n}`.padStart(8, '0')}`)
    fc.assert(
      fc.property(amount, rate, currency, (value, factor, base) => {
        const made = toBase(value, factor, base)
        expect(toBase(`${value}0000`, `${factor}00`, base)).toBe(made)
        expect(decimal(made).minus(decimal(value).times(factor)).abs().lessThanOrEqualTo(halfUnit(base))).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  it('takes the discount off the exact product before it rounds', () => {
    expect(lineNet({ quantity: '3', unitPrice: '0.335', discount: '0' }, 'CNY')).toBe('1.01')
    expect(lineNet({ quantity: '3', unitPrice: '19.99', discount: '0.15' }, 'CNY')).toBe('50.97')
    expect(lineNet({ quantity: '1', unitPrice: '10', discount: '1' }, 'CNY')).toBe('0.00')
  })
})

const halfUnit = (unit: string) => decimal(10).pow(-minorUnitOf(unit)).div(2)
/** The amount counted in the currency's smallest unit; fails for one that has a digit more or less. */
const unitsOf = (amount: string, unit: string): bigint => {
  expect((amount.split('.')[1] ?? '').length).toBe(minorUnitOf(unit))
  return BigInt(amount.replace('.', ''))
}
