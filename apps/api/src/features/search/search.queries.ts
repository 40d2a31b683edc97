/** The best of every noun for what somebody typed, in one statement. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import { isClear, readsLabel } from '@rapport/domain/access/readable.ts'
import {
  searchTypes,
  type SearchHit,
  type SearchQuery,
  type SearchType,
} from '@rapport/domain/features/search/search.ts'
import { searchable } from '@rapport/domain/search-text.ts'
import type { Ctx } from '../../ctx.ts'
import { recordSets } from '../../records/all.ts'
import { fromFor } from '../../records/from.ts'
import { searchedBy } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import { column, join, raw, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { beginning, knownText } from '../../records/searched.ts'
import { typedAs, waysTo, type Typed } from './found-by.queries.ts'
import { hitOf, type FoundRow } from './hit.ts'

/**
 * Best first: the same name, number or address; names that begin so, phones that end so; names that hold it; pinyin. Among equals
 * own ones before others and recent ones before old. One noun takes more than half of the places only where the others leave them.
 */
export const search = async (
  ctx: Ctx,
  { q, types = [...searchTypes], limit = 20 }: SearchQuery,
): Promise<SearchHit[]> => {
  const typed = typedAs(q, limit)
  if (typed.words.length === 0) return []
  const asked = searchTypes.filter((type) => types.includes(type) && isOpen(ctx.actor, type))
  const candidates = asked.flatMap((type) => candidatesOf(ctx, type, typed) ?? [])
  if (candidates.length === 0) return []
  const rows = await selectRows<FoundRow>(
    ctx,
    sql`select type, id::text, title, number, above, key from (
        select *, row_number() over (partition by type order by rank, own desc, touched desc, id) as place
        from (select *, ${rankOf(typed)} as rank from (${join(candidates, ' union all ')}) candidate) ranked) placed
      order by place > ${Math.ceil(limit / 2)}, rank, own desc, touched desc, id limit ${raw(String(limit))}`,
    true,
  )
  return rows.map((row) => hitOf(ctx.actor, typed, q, row))
}

// Whoever may not read what a noun is called finds nothing of it, and no refusal tells him so.
const isOpen = (actor: Actor, type: SearchType): boolean => may(actor, `${type}.read`) && readsLabel(actor, type)

const setOf = (type: SearchType): RecordSet => {
  const set = recordSets()[type]
  if (!set?.search || !set.title) throw new Error(`${type} are searched and have no text for it`)
  return set
}

const rankOf = ({ folded, words, exact }: Typed): Sql => sql`case
  when lower(title) = ${folded} or lower(short) = ${folded} or lower(number) = ${folded} or key = any(${exact}::text[]) then 0
  when searched like ${beginning(searchable(words.join(' ')))} or lower(short) like ${beginning(folded)} or key like 'phone %' then 1
  when position(${folded} in lower(title)) > 0 or key is not null then 2 else 3 end`

/** What was found by all ways together, each once, as far as the caller sees it; null when there is no way. */
const candidatesOf = (ctx: Ctx, type: SearchType, typed: Typed): Sql | null => {
  const set = setOf(type)
  const { named, ways } = waysTo(ctx, type, set, typed)
  if (ways.length === 0) return null
  const id = column(set.alias, 'id')
  const visible = set.visibleTo(ctx.actor, true)
  const columns = columnsOf(ctx, type, set)
  const selects = named.map(([name, select]) => sql`${raw(name)} as materialized (${select})`)
  return sql`select ${columns}, found.key from (
      ${selects.length > 0 ? sql`with ${join(selects, ', ')}` : sql``} select id, min(key) as key from (${join(ways, ' union all ')}) way(id, key) group by id) found
    join ${fromFor(set, columns, visible)} on ${id} = found.id where ${visible}`
}

const columnsOf = (ctx: Ctx, type: SearchType, set: RecordSet): Sql => {
  const { actor } = ctx
  const own = (name: string) => column(set.alias, name)
  const number = ['number', 'code'].find((name) => name in set.fields && isClear(actor, type, name))
  // What may not be searched must not put in order either.
  const known = searchedBy(readable(set, ctx))
  const searched = known ? knownText(known) : sql`null::text`
  const short = 'shortName' in set.fields && isClear(actor, type, 'shortName') ? own('shortName') : sql`null::text`
  const owned = 'ownerId' in set.fields ? sql`(${own('ownerId')} = ${actor.userId}::uuid) is true` : sql`false`
  return sql`${type}::text as type, ${own('id')} as id, ${set.title as Sql} as title, ${number ? own(number) : sql`null::text`} as number,
    ${aboveOf(ctx, type, set)} as above, ${short} as short, ${searched} as searched, ${owned} as own, ${own('updatedAt')} as touched`
}

/** The customer a record belongs to, where the caller may read that. */
const aboveOf = ({ actor }: Ctx, type: SearchType, set: RecordSet): Sql => {
  if (!may(actor, 'customers.read') || !readsLabel(actor, 'customers')) return sql`null::text`
  if (type === 'opportunities' && isClear(actor, type, 'customerId')) return set.labels.customer as Sql
  if (type !== 'contacts' || !isClear(actor, type, 'customerIds')) return sql`null::text`
  const customers = setOf('customers')
  return sql`(select customer.name from customer_contacts place join customers customer on customer.id = place."customerId"
    where place."contactId" = contact.id and place.active and ${customers.visibleTo(actor, true)}
    order by place."primary" desc, place."createdAt", place.id limit 1)`
}
