/** How a name sounds in pinyin, for finding it from a Latin keyboard. */
import type { Sound } from '@rapport/domain/search-text.ts'
import { pinyin } from 'pinyin-pro'

const chinese = /\p{Script=Han}/u

/**
 * Full pinyin and initials without tones or spaces; what is not Chinese stays whole in both, so that "ABC科技" is found by
 * "abckj". `person` reads the first character as a surname (单 is shan). Both '' for a name without Chinese.
 */
export const soundOf = (name: string, person = false): Sound => {
  if (!chinese.test(name)) return { pinyin: '', initials: '' }
  const options = {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    surname: person ? 'head' : 'off',
  } as const
  const text = name.normalize('NFKC')
  return { pinyin: squeeze(pinyin(text, options)), initials: squeeze(pinyin(text, { ...options, pattern: 'first' })) }
}

const squeeze = (parts: readonly string[]) => parts.join('').replace(/\s+/gu, '').toLowerCase()
