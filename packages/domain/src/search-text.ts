/** What `search` looks into: one lower-case text, written with the record, of names and numbers that no role can hide. */
import { foldCase } from './filter/matches.ts'

/** How a Chinese name sounds: in full ('changzhou') and by initials ('cz'); both '' for a name without Chinese. */
export type Sound = { pinyin: string; initials: string }

// Written as themselves, because PostgreSQL has to read them too.
const han = /[々〇㐀-䶿一-鿿𠀀-𲎯]/gu
/** Chinese characters as a pattern that JavaScript and PostgreSQL understand alike. */
export const HAN = han.source

/**
 * Each Chinese character three times, in what is stored and in what is looked for. An index of trigrams then serves also one
 * or two of them, and one text is part of another exactly when it was before.
 */
const spread = (text: string): string => text.replace(han, '$&$&$&')

/** A text as it is searched: in one width and case, without blanks around it. */
export const searchable = (text: string): string => spread(foldCase(text.normalize('NFKC')).trim())

/** The parts in comparable form, each once, separated by spaces. */
export const searchTextOf = (parts: readonly (string | null | undefined)[], sound?: Sound): string => {
  const words = [...parts, sound?.pinyin, sound?.initials].map((part) => searchable(part ?? '')).filter(Boolean)
  return [...new Set(words)].join(' ')
}

/** The words of what a person typed, each to occur somewhere; at most eight. */
export const searchWords = (typed: string): string[] => searchable(typed).split(/\s+/u).filter(Boolean).slice(0, 8)
