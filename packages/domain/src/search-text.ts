/** What `search` looks into: one lower-case text, written with the record, of names and numbers that no role can hide. */
import { foldCase } from './filter/matches.ts'

/** How a Chinese name sounds: in full ('changzhou') and by initials ('cz'); both '' for a name without Chinese. */
export type Sound = { pinyin: string; initials: string }

/** The parts in comparable form, each once, separated by spaces. */
export const searchTextOf = (parts: readonly (string | null | undefined)[], sound?: Sound): string => {
  const words = [...parts, sound?.pinyin, sound?.initials]
    .map((part) => foldCase((part ?? '').normalize('NFKC')).trim())
    .filter(Boolean)
  return [...new Set(words)].join(' ')
}
