/** What `search` looks into: one lower-case text, written with the record, of names and numbers that no role can hide. */
import { foldCase } from './filter/matches.ts'

/** How a Chinese name sounds: in full ('changzhou') and by initials ('cz'); both '' for a name without Chinese. */
export type Sound = { pinyin: string; initials: string }

const han = /[々〇㐀-䶿一-鿿𠀀-𲎯]/gu

// Capital letters stand nowhere else in a folded text, and a first one is never a later one.
const FIRST = 'A'.charCodeAt(0)
const LATER = 'G'.charCodeAt(0)
const LETTERS = 20
// Where the characters begin that everybody uses, and the rare ones.
const [COMMON, RARE] = [0x3000, 0x20000]

/** The number in `length` letters. */
const lettersOf = (index: number, length: number): string =>
  Array.from({ length }, (_, at) =>
    String.fromCharCode(LATER + (Math.floor(index / LETTERS ** (length - 1 - at)) % LETTERS)),
  ).join('')

const written = (char: string): string => {
  const code = char.codePointAt(0) ?? 0
  if (code >= RARE) return `F${lettersOf(code - RARE, 4)}`
  const index = code - COMMON
  return String.fromCharCode(FIRST + Math.floor(index / LETTERS ** 3)) + lettersOf(index, 3)
}

const known = new Map<string, string>()
const spell = (char: string): string => {
  const before = known.get(char)
  if (before !== undefined) return before
  const now = written(char)
  known.set(char, now)
  return now
}

/** A text in one width and case, without blanks around it. */
export const folded = (text: string): string => foldCase(text.normalize('NFKC')).trim()

/**
 * A text as it is searched: each Chinese character as four capital letters, in what is stored and in what is looked for. An index of
 * trigrams, which under many a locale knows no letters but the Latin ones, then serves one character as well, and one text is part of
 * another exactly when it was before. The function `searchable` of the database writes the same.
 */
export const searchable = (text: string): string => folded(text).replace(han, spell)

/** The parts in comparable form, each once, separated by spaces. */
export const searchTextOf = (parts: readonly (string | null | undefined)[], sound?: Sound): string => {
  const words = [...parts, sound?.pinyin, sound?.initials].map((part) => searchable(part ?? '')).filter(Boolean)
  return [...new Set(words)].join(' ')
}

const MOST_WORDS = 8
const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS)

/** The words of what a person typed, each to occur somewhere, as they stand in a folded text; at most eight. */
export const searchWords = (typed: string): string[] => wordsOf(folded(typed))
