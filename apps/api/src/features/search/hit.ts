/** A row that was found → as it is sent: what was found in it, and no more of that than its reader may read. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { isClear, mask } from '@rapport/domain/access/readable.ts'
import { matchIn, type SearchHit, type SearchType } from '@rapport/domain/features/search/search.ts'
import { heardIn } from '../../values/heard.ts'
import type { Typed } from './found-by.queries.ts'

export type FoundRow = {
  type: SearchType
  id: string
  title: string
  number: string | null
  /** The customer it belongs to. */
  above: string | null
  /** Kind and value of what was found where that is no word of its name. */
  key: string | null
}

export const hitOf = (actor: Actor, typed: Typed, q: string, row: FoundRow): SearchHit => {
  const { type, id, title, number, above, key } = row
  const named = matchIn(q, title, key === null ? number : null)
  if (key !== null && named === null) return { type, id, title, ...keyed(actor, typed, row, key) }
  const match = named ?? { field: 'pinyin' as const, text: heardIn(title, q) ?? title }
  return { type, id, title, detail: match.field === 'number' ? number : (above ?? number), match }
}

const keyed = (actor: Actor, { tail, folded }: Typed, { type }: FoundRow, key: string) => {
  const at = key.indexOf(' ')
  const [kind, value] = [key.slice(0, at), key.slice(at + 1)]
  if (kind === 'phone') {
    const number = [...value].toReversed().join('') // it stands backwards
    const detail = isClear(actor, type, 'phones') ? number : String(mask(number))
    return { detail, match: { field: 'phone' as const, text: tail ?? '' } }
  }
  const field = kind as 'email' | 'domain' | 'externalId'
  return { detail: value, match: { field, text: field === 'externalId' ? value : folded } }
}
