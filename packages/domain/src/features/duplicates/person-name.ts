/** Names of persons made comparable. */
import { foldCase } from '../../filter/matches.ts'
import { jaroWinkler } from './jaro-winkler.ts'

const han = /\p{Script=Han}/u

/**
 * One width and case, no punctuation. A Chinese name loses its spaces; the words of another are put in order, so that it does not
 * matter whether the family name comes first. '' for a name of punctuation alone.
 */
export const normalizePersonName = (name: string): string => {
  const words = foldCase(
    name
      .normalize('NFKC')
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, ''),
  )
    .normalize('NFC')
    .replace(/['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return han.test(name) ? words.join('') : words.toSorted().join(' ')
}

/** From here on two names are taken for one with a slip of the finger; the figure of PRODUCT S13. */
export const SIMILAR_NAME = 0.92

/** Whether two names in normalised form are one but for a slip. */
export const isSimilarPersonName = (a: string, b: string): boolean => jaroWinkler(a, b) >= SIMILAR_NAME

/** Whether they have a word in common: family names change by marriage, first names have short forms, families share one. */
export const sharesWord = (a: string, b: string): boolean => {
  const others = b.split(' ')
  return a
    .split(' ')
    .some((word) => [...word].length >= SHORTEST_WORD && others.some((other) => isSimilarPersonName(word, other)))
}
const SHORTEST_WORD = 3
