import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinItems, splitItems } from './items.ts'

describe('splitItems', () => {
  it('gives back exactly what was joined', () => {
    const hostile = fc.string({ unit: fc.constantFrom('\\', ';', '；', ':', ' ', '\n', ',', 'a', '客'), minLength: 1 })
    const items = fc.uniqueArray(fc.oneof(hostile, fc.string({ unit: 'grapheme', minLength: 1 })))
    fc.assert(
      fc.property(items, (given) => {
        expect(splitItems(joinItems(given))).toEqual(given)
      }),
      { numRuns: 10_000 },
    )
  })

  it.each([
    ['a; b ；c', ['a', 'b', 'c']],
    ['a;;a', ['a']],
    ['', []],
    ['a\\', ['a']],
  ])('reads %j, edited by hand, as %j', (cell, items) => expect(splitItems(cell)).toEqual(items))
})
