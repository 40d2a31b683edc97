/** The best of every noun for what somebody typed, in one statement. */
import { may } from '@rapport/domain/access/actor.ts'
import { readsLabel } from '@rapport/domain/access/readable.ts'
import {
  matchIn,
  searchTypes,
  type SearchHit,
  type SearchQuery,
  type SearchType,
} from '@rapport/domain/features/search/search.ts'
import { foldCase } from '@rapport/domain/filter/matches.ts'
import { searchWords } from '@rapport/domain/search-text.ts'
import type { Ctx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import { fromFor } from '../../records/from.ts'
import { beginning, containing, maySearch } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import { column, join, raw, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { heardIn } from '../../values/heard.ts'

// Of a word that thousands of names hold, so many are weighed against each other; whoever types on gets to the others.
const BEGINNING = 100
const CONTAINING = 300

type Place = { set: RecordSet; searched: Sql; title: Sql; number: Sql; owner: Sql }

/** What a noun gives to the search; its number bears one of two names. */
const placeOf = (type: SearchType): Place => {
  const set = recordSets()[type]
  if (!set?.search || !set.title) throw new Error(`${type} are searched and have no text for it`)
  const own = (name: string, otherwise: Sql) => (name in set.fields ? column(set.alias, name) : otherwise)
  return {
    set,
    searched: set.search,
    title: set.title,
    number: own('number', own('code', sql`null::text`)),
    owner: own('ownerId', sql`null::uuid`),
  }
}

type Row = { type: SearchType; id: string; title: string; number: string | null }

/** Best first: the same name, names that begin so, names and numbers that hold it, pinyin; own and recent ones before others. */
export const search = async (
  ctx: Ctx,
  { q, types = [...searchTypes], limit = 20 }: SearchQuery,
): Promise<SearchHit[]> => {
  const words = searchWords(q)
  const wanted = searchTypes.filter((type) => types.includes(type) && isOpen(ctx, type))
  if (words.length === 0 || wanted.length === 0) return []
  const candidates = join(
    wanted.map((type) => candidatesOf(ctx, type, words)),
    ' union all ',
  )
  const typed = foldCase(q.normalize('NFKC')).trim()
  const rank = sql`case when lower(title) = ${typed} then 0 when searched like ${beginning(words.join(' '))} then 1
    when position(${typed} in lower(title)) > 0 or lower(number) = ${typed} then 2 else 3 end`
  const rows = await selectRows<Row>(
    ctx,
    sql`select type, id::text, title, number from (${candidates}) candidate
      order by ${rank}, own desc, touched desc, id limit ${raw(String(limit))}`,
  )
  return rows.map(({ type, id, title, number }) => ({
    type,
    id,
    title,
    detail: number,
    match: matchIn(q, title, number) ?? { field: 'pinyin', text: heardIn(title, q) ?? title },
  }))
}

// Whoever may not read what a noun is searched by finds nothing of it, and no refusal tells him so.
const isOpen = (ctx: Ctx, type: SearchType): boolean => {
  const { set } = placeOf(type)
  return may(ctx.actor, `${type}.read`) && readsLabel(ctx.actor, type) && maySearch(readable(set, ctx))
}

const candidatesOf = (ctx: Ctx, type: SearchType, words: readonly string[]): Sql => {
  const { set, searched, title, number, owner } = placeOf(type)
  const columns = sql`${type}::text as type, ${column(set.alias, 'id')} as id, ${title} as title, ${number} as number,
    ${searched} as searched, (${owner} = ${ctx.actor.userId}::uuid) is true as own, ${column(set.alias, 'updatedAt')} as touched`
  const visible = set.visibleTo(ctx.actor)
  const select = (condition: Sql, limit: number) =>
    sql`(select ${columns} from ${fromFor(set, columns, visible)} where ${visible} and ${condition} limit ${raw(String(limit))})`
  const all = join(
    words.map((word) => sql`${searched} like ${containing(word)}`),
    ' and ',
  )
  return sql`${select(sql`${searched} like ${beginning(words.join(' '))}`, BEGINNING)} union ${select(all, CONTAINING)}`
}
