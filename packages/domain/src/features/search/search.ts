/** Search over everything: one box, the best of every noun. */
import { z } from 'zod'
import { choicesParam, intParam } from '../../contract/query.ts'
import { text } from '../../contract/text.ts'
import { foldCase } from '../../filter/matches.ts'
import { searchable } from '../../search-text.ts'

/** The nouns a search goes through, in the order in which equal finds are shown. */
export const searchTypes = ['customers', 'contacts', 'opportunities', 'products'] as const
export type SearchType = (typeof searchTypes)[number]

export const searchQuery = z.strictObject({
  q: text(100).meta({
    description:
      'Words that must all occur: parts of names (one Chinese character is enough), pinyin or its initials, record numbers. Or the last digits of a phone, four at least; the beginning of a mail address, or a domain; the number another system gave.',
  }),
  types: choicesParam(searchTypes)
    .optional()
    .meta({ description: `Where to look, with commas between: ${searchTypes.join(', ')}. Everywhere unless given.` }),
  limit: intParam(1, 50).optional().meta({ description: 'How many at most, 20 unless given.' }),
})
export type SearchQuery = z.output<typeof searchQuery>

export const searchHit = z
  .object({
    type: z.enum(searchTypes),
    id: z.uuid(),
    title: z.string(),
    /** The phone, address or number that was found; otherwise what tells it from others of its name: its customer, or its number. */
    detail: z.string().nullable(),
    /** What was found: in which text, and the part of it as it is written there; for pinyin the text it spells. */
    match: z.object({
      field: z.enum(['title', 'number', 'pinyin', 'phone', 'email', 'domain', 'externalId']),
      text: z.string(),
    }),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.output<typeof searchHit>

export const searchReply = z.object({ items: z.array(searchHit).meta({ maxItems: 50 }) })

/** Which text of the record a search for `typed` met, and the part of it that did; null when it met neither as written. */
export const matchIn = (typed: string, title: string, number: string | null): SearchHit['match'] | null => {
  const wanted = foldCase(typed.normalize('NFKC')).trim()
  for (const word of [wanted, ...wanted.split(/\s+/u)]) {
    const inTitle = partOf(title, word)
    if (inTitle !== null) return { field: 'title', text: inTitle }
    const inNumber = number === null ? null : partOf(number, word)
    if (inNumber !== null) return { field: 'number', text: inNumber }
  }
  return null
}

// Folding keeps the number of characters, so that the part stands where its folded form does.
const partOf = (whole: string, folded: string): string | null => {
  const at = foldCase(whole).indexOf(folded)
  if (at >= 0) return whole.slice(at, at + folded.length)
  return searchable(whole).includes(searchable(folded)) ? whole : null
}
