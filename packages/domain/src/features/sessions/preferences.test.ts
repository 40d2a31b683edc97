import fc from 'fast-check'
import { expect, it } from 'vitest'
import { densities, schemes, singleKeys } from '../../preference-choices.ts'
import { knownPreferences, preferences } from './preferences.ts'

const some = fc.record(
  {
    density: fc.constantFrom(...densities),
    scheme: fc.constantFrom(...schemes),
    keys: fc.constantFrom(...singleKeys),
  },
  { requiredKeys: [] },
)

it('keeps what is known whatever stands beside it, and never what the contract would refuse', () => {
  fc.assert(
    fc.property(some, fc.dictionary(fc.string(), fc.jsonValue()), (chosen, other) => {
      expect(knownPreferences({ ...other, ...chosen })).toMatchObject(chosen)
      expect(preferences.safeParse(knownPreferences({ ...chosen, ...other })).success).toBe(true)
    }),
  )
})

it('reads as nothing chosen what is no object', () => {
  for (const kept of [null, undefined, 'compact', 3]) expect(knownPreferences(kept)).toEqual({})
})
