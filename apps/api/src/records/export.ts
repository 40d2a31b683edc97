/** A list part by part, each read anew behind the last row of the one before: however long it is, only one part is held. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import type { Ctx, Tx } from '../ctx.ts'
import { fromFor } from './from.ts'
import { afterCursor } from './keyset.ts'
import { chosen, keyColumns, whereOf } from './list.ts'
import { readable } from './readable-set.ts'
import { join, raw, sql, type RecordSet, type RowView } from './record-set.ts'
import { presenter, selectList } from './row.ts'
import { selectRows } from './rows.ts'
import { orderBy, sortKeys } from './sort.ts'

export type ListToExport = {
  filter?: Filter | undefined
  search?: string | undefined
  sort?: readonly string[] | undefined
  fields: readonly string[]
}

/** How many rows a part has; a literal, because as a parameter it defeats the prepared plan. */
export const PART = 1_000

export type ExportPart = { records: Record<string, unknown>[]; last: (string | null)[] | null }

/**
 * The next records the caller may see, as lists send them, and where to go on; `last` null: these are the last. Errors: 400
 * for fields and sorts that are unknown to him.
 */
export const exportPart = async (
  ctx: Ctx | Tx,
  definition: RecordSet,
  query: ListToExport,
  after: ExportPart['last'],
): Promise<ExportPart> => {
  const set = readable(definition, ctx)
  const selection = chosen(set, query.fields)
  const keys = sortKeys(set, query.sort)
  const behind = after ? sql`and ${afterCursor(keys, after)}` : sql``
  const columns = join([selectList(set, selection), keyColumns(keys)], ', ')
  const where = whereOf(set, query)
  const page = sql`where ${where} ${behind} order by ${orderBy(keys)} limit ${raw(String(PART))}`
  const rows = await selectRows<RowView>(ctx, sql`select ${columns} from ${fromFor(definition, columns, page)} ${page}`)
  const last = rows.length === PART ? rows.at(-1) : undefined
  const position = last ? keys.map((_, at) => (last[`key:${at}`] as string | null) ?? null) : null
  return { records: rows.map(presenter(set, selection)), last: position }
}
