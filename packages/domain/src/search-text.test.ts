import { describe, expect, it } from 'vitest'
import { searchTextOf } from './search-text.ts'

describe('searchTextOf', () => {
  it('joins what is there in lower case and one width, each part once', () => {
    expect(
      searchTextOf(['ＡＢＣ 科技', null, 'CUS-2026-000001', 'abc 科技'], { pinyin: 'abckeji', initials: 'abckj' }),
    ).toBe('abc 科技 cus-2026-000001 abckeji abckj')
  })

  it('is empty for nothing', () => expect(searchTextOf([undefined, '  '])).toBe(''))
})
