import { describe, expect, it } from 'vitest'
import { soundOf } from './sound.ts'

describe('soundOf', () => {
  it.each([
    ['昆明云能', 'kunmingyunneng', 'kmyn'],
    ['ABC科技 12号', 'abckeji12hao', 'abckj12h'],
    ['重庆银行', 'chongqingyinhang', 'cqyh'],
    ['吕布', 'lvbu', 'lb'],
    ['Acme Ltd', '', ''],
  ])('%s sounds %s', (name, pinyin, initials) => expect(soundOf(name)).toEqual({ pinyin, initials }))

  it('reads the first character of a person as a surname', () => {
    expect(soundOf('单雄信', true)).toEqual({ pinyin: 'shanxiongxin', initials: 'sxx' })
  })
})
