/** What a noun is searched in: one text of all its words, and what each field gave to it, for who may read only some of them. */
import { searchable } from '@rapport/domain/search-text.ts'
import { join, sql, type Sql } from './record-set.ts'

export type Searched = {
  text: Sql
  /** The text is a column of its own that an index serves, as `searchable` spells it; otherwise it is only folded. */
  isKept: boolean
  /** By field what it gave to the text. */
  of: Record<string, Sql>
}

/** Of nouns that keep a column of what they are searched in. Who may not read all of it has its pinyin as far as `of` names it. */
export const searchedColumn = (text: Sql, of: Record<string, Sql>): Searched => ({ text, isKept: true, of })

/** Of nouns that keep no column of it, because there are few of them or few search them. */
export const searchedText = (of: Record<string, Sql>): Searched => ({
  text: sql`lower(concat_ws(' ', ${join(Object.values(of), ', ')}))`,
  isKept: false,
  of,
})

/** A label in both languages, as it is searched. */
export const labelText = (label: Sql): Sql => sql`(${label}->>'zh') || ' ' || (${label}->>'en')`

/** The part of it that a reader may know. */
export type Known = Searched & {
  /** What he may read of it, in the form of the text; null when that is all of it. */
  part: Sql | null
}

/** What remains of it for who reads these fields clearly; null when that is none of them. */
export const knownOf = (searched: Searched, isRead: (name: string) => boolean): Known | null => {
  const read = Object.entries(searched.of).filter(([name]) => isRead(name))
  if (read.length === 0) return null
  if (read.length === Object.keys(searched.of).length) return { ...searched, part: null }
  const texts = join(
    read.map(([, text]) => text),
    ', ',
  )
  return { ...searched, part: sql`lower(normalize(concat_ws(' ', ${texts}), nfkc))` }
}

/**
 * The condition that the word occurs in what the reader may know. Who may not know all of it is led to few rows by all of it, so that
 * its index serves him as well, and what he may know decides.
 */
export const holds = ({ text, isKept, part }: Known, word: string): Sql => {
  const whole = sql`${text} like ${containing(isKept ? searchable(word) : word)}`
  if (!part) return whole
  const known = sql`${part} like ${containing(word)}`
  return isKept ? sql`(${whole} and ${known})` : known
}

/** The text in which a reader's words are put in order: none of it is hidden from him. */
export const knownText = ({ text, isKept, part }: Known): Sql =>
  part === null ? text : isKept ? sql`searchable(${part})` : part

/** The word as a pattern that takes no character of it for a sign. */
const literal = (word: string) => word.replace(/[\\%_]/g, (char) => `\\${char}`)
export const containing = (word: string): string => `%${literal(word)}%`
export const beginning = (word: string): string => `${literal(word)}%`
