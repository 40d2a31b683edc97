/** A page of a list: its rows and their total in one statement. */
import type { ListQuery } from '@rapport/domain/contract/page.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import { searchWords } from '@rapport/domain/search-text.ts'
import type { Ctx, Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'
import { compileFilter } from './compile-filter.ts'
import { fromFor } from './from.ts'
import { afterCursor, decodeCursor, encodeCursor } from './keyset.ts'
import { readable, type ReadableSet } from './readable-set.ts'
import { join, raw, sql, type RecordSet, type RowView, type Sql } from './record-set.ts'
import { presenter, selectList, type Selection } from './row.ts'
import { selectRows } from './rows.ts'
import { holds, knownOf, type Known } from './searched.ts'
import { orderBy, sortKeys, type SortKey } from './sort.ts'

/** Counting stops here unless the caller asks for the exact number. */
export const COUNT_CAP = 10_000
// The row limit is one of four literals, because as a parameter it defeats the prepared plan.
const LIMITS = [26, 51, 101, 201]

export type Page<T> = { items: T[]; nextCursor: string | null; total?: { value: number; exact: boolean } }

/** Records the caller may see that satisfy filter and search, in order. `extra` narrows further (a room's own condition). */
export const listRecords = async <T>(
  ctx: Ctx | Tx,
  definition: RecordSet,
  query: ListQuery,
  extra?: Sql,
): Promise<Page<T>> => {
  const set = readable(definition, ctx)
  const selection = chosen(set, query.fields)
  const keys = sortKeys(set, query.sort)
  const where = whereOf(set, query, extra)
  const scope = {
    secret: ctx.services.secret,
    noun: definition.noun,
    userId: ctx.actor.userId,
    filter: query.filter,
    search: query.search,
    sort: keys,
  }
  const after = query.cursor ? sql`and ${afterCursor(keys, decodeCursor(scope, query.cursor))}` : sql``
  const asked = query.limit ?? 50
  const limit = LIMITS.find((literal) => literal > asked) ?? 201
  const columns = join([selectList(set, selection), keyColumns(keys), ...totalColumn(definition, where, query)], ', ')
  const page = sql`where ${where} ${after} order by ${orderBy(keys)} limit ${raw(String(limit))}`
  const rows = await selectRows<RowView>(ctx, sql`select ${columns} from ${fromFor(definition, columns, page)} ${page}`)
  const shown = rows.slice(0, asked)
  const last = rows.length > asked ? shown.at(-1) : undefined
  return {
    items: shown.map(presenter(set, selection)) as T[],
    nextCursor: last
      ? encodeCursor(
          scope,
          keys.map((_, index) => (last[`key:${index}`] as string | null) ?? null),
        )
      : null,
    ...(query.total !== 'none' && { total: await totalOf(ctx, definition, where, query, rows[0]) }),
  }
}

// The total comes with the rows, one statement less; behind the last page there is no row that could carry it.
const totalColumn = (definition: RecordSet, where: Sql, { total }: ListQuery): Sql[] =>
  total === 'none' ? [] : [sql`(${countOf(definition, where, total === 'exact')}) as ":total"`]

const totalOf = async (ctx: Ctx | Tx, set: RecordSet, where: Sql, query: ListQuery, row: RowView | undefined) => {
  if (row) return counted(Number(row[':total']), query.total === 'exact')
  return query.cursor ? countRows(ctx, set, where, query.total === 'exact') : counted(0, true)
}

/** What a list, a count, an aggregate and an export have in common: visible, filtered, searched. */
export const whereOf = (
  set: ReadableSet,
  query: { filter?: ListQuery['filter']; search?: string | undefined },
  extra?: Sql,
): Sql => {
  const parts = [set.set.visibleTo(set.reader.actor), compileFilter(set, query.filter)]
  if (query.search?.trim()) parts.push(searchCondition(set, query.search))
  if (extra) parts.push(extra)
  return join(
    parts.map((part) => sql`(${part})`),
    ' and ',
  )
}

// Every word must occur in what the reader may know; who may know nothing of it is told so, sooner than shown nothing.
const searchCondition = (set: ReadableSet, text: string): Sql => {
  if (!set.set.search) return refuse('request.malformed', {}, [{ path: 'search', code: 'field.unknown' }])
  const known = searchedBy(set)
  const also = set.set.searchAlso?.(set.reader)
  if (!known && !also) return refuse('search.hidden')
  const found = searchWords(text).map((word) =>
    glue([...(known ? [holds(known, word)] : []), ...(also ? [also(word)] : [])], ' or '),
  )
  return found.length === 0 ? sql`true` : join(found, ' and ')
}

const glue = (parts: Sql[], by: string): Sql => sql`(${join(parts, by)})`

/** What the set is searched in, as far as its reader may know it; null when he may know none of it. */
export const searchedBy = ({ set, reader }: ReadableSet): Known | null =>
  set.search ? knownOf(set.search, (name) => isClear(reader.actor, set.noun, name)) : null

/** The sort values of a row as text, from which its cursor is made. */
export const keyColumns = (keys: readonly SortKey[]): Sql =>
  join(
    keys.map((key, index) => sql`${textOf(key)} as ${raw(`"key:${index}"`)}`),
    ', ',
  )
const textOf = (key: SortKey): Sql => (key.cast === 'text' ? key.expression : sql`(${key.expression})::text`)

/** Fields and parts by the names asked for; without names all but the heavy ones. Errors: 400 `fields.unknown`. */
export const chosen = (set: ReadableSet, names: readonly string[] | undefined): Selection => {
  if (!names) return { fields: only(set.fields, isLight), parts: only(set.parts, isLight) }
  const unknown = names.find((name) => !Object.hasOwn(set.fields, name) && !Object.hasOwn(set.parts, name))
  if (unknown !== undefined) refuse('fields.unknown', { field: unknown })
  const wanted = new Set([...names, 'id', 'version', ...names.flatMap((name) => currencyOf(set, name))])
  const isWanted = (_: Weighed, name: string) => wanted.has(name)
  return { fields: only(set.fields, isWanted), parts: only(set.parts, isWanted) }
}

type Weighed = { heavy?: true }
const isLight = (one: Weighed) => !one.heavy
const only = <T extends Weighed>(
  all: Record<string, T>,
  test: (one: Weighed, name: string) => boolean,
): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([name, one]) => test(one, name)))

// An amount is not sent without its currency.
const currencyOf = (set: ReadableSet, name: string): string[] => {
  const field = set.fields[name]
  return field?.kind === 'money' && field.currencyField in set.fields ? [field.currencyField] : []
}

const countOf = (set: RecordSet, where: Sql, exact: boolean): Sql => {
  const capped = exact ? sql`` : sql`limit ${raw(String(COUNT_CAP + 1))}`
  return sql`select count(*)::int as count from (select 1 from ${fromFor(set, where)} where ${where} ${capped}) as counted`
}

const counted = (count: number, exact: boolean) =>
  exact || count <= COUNT_CAP ? { value: count, exact: true } : { value: COUNT_CAP, exact: false }

/** How many rows each condition holds, each up to the cap: one statement for all of them. */
export const countEach = async (ctx: Ctx | Tx, set: RecordSet, wheres: readonly Sql[]) => {
  const columns = wheres.map((where, at) => sql`(${countOf(set, where, false)}) as ${raw(`"${at}"`)}`)
  const [row] = await selectRows<Record<string, number>>(ctx, sql`select ${join(columns, ', ')}`)
  return wheres.map((_, at) => counted(Number(row?.[at] ?? 0), false))
}

export const countRows = async (ctx: Ctx | Tx, set: RecordSet, where: Sql, exact = false) => {
  const [row] = await selectRows<{ count: number }>(ctx, countOf(set, where, exact))
  return counted(row?.count ?? 0, exact)
}
