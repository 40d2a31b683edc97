/**
 * The ways to the records somebody may mean: words of a name or number, the tail of a phone, a mail address or its domain, the number
 * another system gave. Each gives `id` and `key` – what was found, where that is none of the words – for few rows by an index.
 */
import { fieldAccess, isClear } from '@rapport/domain/access/readable.ts'
import { phoneTail } from '@rapport/domain/features/duplicates/contact-points.ts'
import type { SearchType } from '@rapport/domain/features/search/search.ts'
import { foldCase } from '@rapport/domain/filter/matches.ts'
import { searchWords } from '@rapport/domain/search-text.ts'
import type { Ctx } from '../../ctx.ts'
import { searchedBy } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import { column, raw, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { beginning } from '../../records/searched.ts'
import { byWords, live, rowsOf, type Found } from './by-words.queries.ts'

const BY_KEY = 200
// What a mask shows of a number.
const SHOWN_DIGITS = 4

/** `exact` are the keys that are the whole of what they were found in. */
export type Typed = {
  text: string
  folded: string
  words: string[]
  tail: string | null
  exact: string[]
  most: number
}

/** `most` is how many are asked for. */
export const typedAs = (q: string, most: number): Typed => {
  const text = q.normalize('NFKC').trim()
  const folded = foldCase(text)
  // Who writes the zero of the long-distance call means the number without it.
  const tail = phoneTail(text)?.replace(/^0+(?=\d{7})/, '') ?? null
  return { text, folded, words: searchWords(q), tail, exact: [`email ${folded}`, `externalId ${text}`], most }
}

/** No way when the caller may read nothing by which this noun could be found. */
export const waysTo = (ctx: Ctx, type: SearchType, set: RecordSet, typed: Typed): Found => {
  const known = searchedBy(readable(set, ctx))
  const words = known ? byWords(ctx.actor, set, known, typed) : { named: [], ways: [] }
  const keys = type === 'customers' || type === 'contacts' ? byKeys(ctx, type, typed) : []
  return { named: words.named, ways: [...words.ways, ...byExternalId(ctx, set, typed), ...keys] }
}

const byExternalId = ({ actor }: Ctx, set: RecordSet, { text }: Typed): Sql[] =>
  isClear(actor, set.noun, 'externalId')
    ? [
        sql`(select ${column(set.alias, 'id')}, 'externalId ' || ${text} from ${rowsOf(set)}
          where ${column(set.alias, 'externalId')} = ${text} and ${live(set)} limit 20)`,
      ]
    : []

type Keyed = 'customers' | 'contacts'
const recordTypes = { customers: 'customer', contacts: 'contact' } as const satisfies Record<Keyed, string>

const byKeys = ({ actor }: Ctx, noun: Keyed, { folded, tail }: Typed): Sql[] => {
  const clear = (name: string) => isClear(actor, noun, name)
  const select = (kind: string, condition: Sql) =>
    sql`(select key."recordId", key.kind || ' ' || key.value from identity_keys key
      where key."recordType" = ${recordTypes[noun]} and key.kind = ${raw(`'${kind}'`)} and ${condition} limit ${raw(String(BY_KEY))})`
  const backwards = [...(tail ?? '')].toReversed().join('')
  const findsPhone =
    clear('phones') || (fieldAccess(actor, noun, 'phones') === 'masked' && tail?.length === SHOWN_DIGITS)
  const { address, domain } = mailIn(folded)
  return [
    ...(tail !== null && findsPhone ? [select('phone', sql`key.value like ${beginning(backwards)}`)] : []),
    ...(address !== null && clear('emails') ? [select('email', sql`key.value like ${beginning(address)}`)] : []),
    ...(domain !== null && clear('emails')
      ? [select('email', sql`split_part(key.value, '@', 2) like ${beginning(domain)}`)]
      : []),
    ...(domain !== null && noun === 'customers' && clear('emails') && clear('website')
      ? [select('domain', sql`key.value like ${beginning(domain)}`)]
      : []),
  ]
}

const SHORTEST_MAIL = 3

/** What of an address was typed: its beginning, or the domain after the sign or alone. */
const mailIn = (folded: string): { address: string | null; domain: string | null } => {
  const nothing = { address: null, domain: null }
  if (folded.length < SHORTEST_MAIL || /[\s\p{Script=Han}]/u.test(folded)) return nothing
  if (folded.startsWith('@')) return { address: null, domain: folded.slice(1) }
  if (folded.includes('@')) return { address: folded, domain: null }
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(folded)
    ? { address: folded, domain: folded }
    : { ...nothing, address: folded }
}
