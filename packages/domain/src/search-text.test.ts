import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchable, searchTextOf, searchWords } from './search-text.ts'

describe('searchTextOf', () => {
  it('joins what is there in lower case and one width, each part once', () => {
    expect(
      searchTextOf(['ＡＢＣ 科技', null, 'CUS-2026-000001', 'abc 科技'], { pinyin: 'abckeji', initials: 'abckj' }),
    ).toBe('abc CNKXBSMO cus-2026-000001 abckeji abckj')
  })

  it('is empty for nothing', () => expect(searchTextOf([undefined, '  '])).toBe(''))
})

describe('searchWords', () => {
  it('gives the words in one width and case', () => {
    expect(searchWords('  云能　ABC ')).toEqual(['云能', 'abc'])
    expect(searchWords(' ')).toEqual([])
  })
})

describe('searchable', () => {
  const text = fc.string({ unit: fc.constantFrom('云', '能', '明', 'a', 'b', '1', '-') })

  it('keeps one text part of another exactly when it was [D6]', () => {
    fc.assert(
      fc.property(text, text, (whole, part) => {
        expect(searchable(whole).includes(searchable(part))).toBe(whole.includes(part))
      }),
    )
  })

  it('leaves three characters to look for wherever there is one Chinese one', () => {
    fc.assert(fc.property(text, (part) => /[云能明]/.test(part) === false || [...searchable(part)].length >= 3))
  })
})
