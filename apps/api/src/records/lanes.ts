/**
 * Several lists at once, each with its own filter: the columns of a board. One statement brings the first rows of each, and
 * a cursor with which the ordinary list goes on where they end.
 */
import type { ListQuery } from '@rapport/domain/contract/page.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import type { Ctx, Tx } from '../ctx.ts'
import { fromFor } from './from.ts'
import { encodeCursor } from './keyset.ts'
import { chosen, keyColumns, whereOf } from './list.ts'
import { readable } from './readable-set.ts'
import { join, raw, sql, type RecordSet, type RowView } from './record-set.ts'
import { presenter, selectList } from './row.ts'
import { selectRows } from './rows.ts'
import { orderBy, sortKeys, type SortKey } from './sort.ts'

export type Lane<T> = { items: T[]; nextCursor: string | null }
export type LaneQuery = { filters: readonly Filter[]; fields: readonly string[] } & Pick<ListQuery, 'sort' | 'search'>

const ROWS = 20

/** One lane per filter, in their order; a field the reader may not see is left out. */
export const listLanes = async <T>(
  ctx: Ctx | Tx,
  definition: RecordSet,
  { filters, fields, sort, search }: LaneQuery,
): Promise<Lane<T>[]> => {
  if (filters.length === 0) return []
  const set = readable(definition, ctx)
  const selection = chosen(
    set,
    fields.filter((name) => Object.hasOwn(set.fields, name)),
  )
  const keys = sortKeys(set, sort)
  const order = orderBy(keys)
  const columns = sql`${selectList(set, selection)}, ${keyColumns(keys)}`
  const lanes = filters.map((filter, index) => {
    const where = whereOf(set, { filter, search })
    return sql`(
      select ${index}::int as ":lane", row_number() over (order by ${order}) as ":rank", ${columns}
      from ${fromFor(definition, columns, where, order)} where ${where} order by ${order} limit ${raw(String(ROWS + 1))})`
  })
  const rows = await selectRows<RowView>(ctx, sql`${join(lanes, ' union all ')} order by ":lane", ":rank"`)
  const present = presenter(set, selection)
  return filters.map((filter, index) => {
    const found = rows.filter((row) => row[':lane'] === index)
    const shown = found.slice(0, ROWS)
    const last = found.length > ROWS ? shown.at(-1) : undefined
    return {
      nextCursor: last ? cursorAfter(ctx, definition, { filter, search }, keys, last) : null,
      items: shown.map(present) as T[],
    }
  })
}

const cursorAfter = (
  ctx: Ctx | Tx,
  { noun }: RecordSet,
  asked: { filter: Filter; search: string | undefined },
  sort: readonly SortKey[],
  last: RowView,
): string =>
  encodeCursor(
    { secret: ctx.services.secret, noun, userId: ctx.actor.userId, ...asked, sort },
    sort.map((_, at) => (last[`key:${at}`] as string | null) ?? null),
  )
