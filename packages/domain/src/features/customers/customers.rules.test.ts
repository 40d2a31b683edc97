import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf, profileState } from './customers.rules.ts'

const kind = fc.constantFrom('company' as const, 'person' as const)
const values = fc.constantFrom(null, '', 'known', [], ['known'])
const customer = kind.chain((of) =>
  fc.tuple(...profileOf(of).map((name) => fc.tuple(fc.constant(name), fc.option(values, { nil: undefined })))).map(
    // What the reader may not see is not there at all.
    (pairs) => ({ kind: of, ...Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) }),
  ),
)

describe('profileState', () => {
  it('counts what is known among what the reader may see, between nothing and all', () => {
    fc.assert(
      fc.property(customer, (known) => {
        const { wanted, missing, percent } = profileState(known)
        expect(wanted.every((name) => name in known)).toBe(true)
        expect(wanted).toEqual(expect.arrayContaining(missing))
        expect(percent === 100).toBe(missing.length === 0)
        expect(percent === 0).toBe(missing.length > 0 && missing.length === wanted.length)
      }),
    )
  })

  it('rises with every field that is filled, until nothing is missing', () => {
    fc.assert(
      fc.property(customer, (known) => {
        let [filled, { missing, percent }] = [known as typeof known & Record<string, unknown>, profileState(known)]
        while (missing.length > 0) {
          filled = { ...filled, [missing[0]!]: 'known' }
          const next = profileState(filled)
          expect(next.percent).toBeGreaterThan(percent)
          ;({ missing, percent } = next)
        }
        expect(percent).toBe(100)
      }),
    )
  })
})
