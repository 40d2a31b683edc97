/** One record by id, within what the caller may see. */
import type { Ctx, Tx } from '../ctx.ts'
import { refuse } from '../http/problems.ts'
import { fromFor } from './from.ts'
import { readable } from './readable-set.ts'
import { expressionsOf, join, raw, sql, type RecordSet, type RowView, type Sql } from './record-set.ts'
import { chosenFrom, named, presenter, selectList } from './row.ts'
import { selectRows } from './rows.ts'

/** The record as sent, with `can`. Errors: 404 when absent or invisible. */
export const readRecord = async <T>(ctx: Ctx | Tx, definition: RecordSet, id: string): Promise<T> =>
  (await readRecordBeside<T, object>(ctx, definition, id, {})).record

/** The same, and what else the caller asks of this row in the same statement: `beside` is not sent. */
export const readRecordBeside = async <T, B>(
  ctx: Ctx | Tx,
  definition: RecordSet,
  id: string,
  beside: Record<keyof B & string, Sql>,
): Promise<{ record: T; beside: B }> => {
  const set = readable(definition, ctx)
  const own = Object.entries<Sql>(beside).map(([name, value]) => named(value, `beside:${name}`))
  const columns = join([selectList(set, set), ...own], ', ')
  const where = sql`where ${set.expression('id')} = ${id}::uuid and ${definition.visibleTo(ctx.actor, true)}`
  const rows = await selectRows<RowView>(ctx, sql`select ${columns} from ${definition.from} ${where}`)
  const row = rows[0] ?? refuse('record.notFound')
  const read = Object.fromEntries(Object.keys(beside).map((name) => [name, row[`beside:${name}`]])) as B
  return { record: presenter(set, set)(row) as T, beside: read }
}

/** Those of the records that the caller may see, by id; one statement. With `names` these fields and parts of them alone. */
export const readRecords = async <T>(
  ctx: Ctx | Tx,
  definition: RecordSet,
  ids: readonly string[],
  names?: readonly string[],
): Promise<Map<string, T>> => {
  if (ids.length === 0) return new Map()
  const set = readable(definition, ctx)
  const selection = names ? chosenFrom(set, names) : set
  const columns = selectList(set, selection)
  const where = sql`${set.expression('id')} = any(${[...ids]}::uuid[]) and ${definition.visibleTo(ctx.actor, true)}`
  const rows = await selectRows<RowView>(
    ctx,
    sql`select ${columns} from ${fromFor(definition, columns, where)} where ${where}`,
  )
  const present = presenter(set, selection)
  return new Map(rows.map((row) => [String(row.id), present(row) as T]))
}

/** Checks visibility and takes the row's lock until the transaction ends. Errors: 404 when absent or invisible. */
export const lockVisible = async (tx: Tx, definition: RecordSet, id: string): Promise<void> => {
  if ((await lockAmong(tx, definition, [id])) === 0) refuse('record.notFound')
}

/** Takes the locks of those of the rows that the caller sees, in the order of their ids. Returns how many those are. */
export const lockAmong = async (tx: Tx, definition: RecordSet, ids: readonly string[]): Promise<number> => {
  const own = expressionsOf(definition, tx)('id')
  const visible = definition.visibleTo(tx.actor, true)
  const rows = await tx.db.$queryRaw<unknown[]>`
    select 1 from ${fromFor(definition, own, visible)} where ${own} = any(${[...ids]}::uuid[]) and ${visible}
    order by ${own} for update of ${raw(definition.alias)}`
  return rows.length
}

/** Which of these ids the caller may see; one statement. */
export const visibleIds = async (
  ctx: Ctx | Tx,
  definition: RecordSet,
  ids: readonly string[],
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const id = expressionsOf(definition, ctx)('id')
  const visible = definition.visibleTo(ctx.actor, true)
  const rows = await selectRows<{ id: string }>(
    ctx,
    sql`select ${id} as id from ${fromFor(definition, id, visible)} where ${id} = any(${[...ids]}::uuid[]) and ${visible}`,
  )
  return new Set(rows.map((row) => row.id))
}

/** A reference in a draft must be visible to who writes it. Errors: 422 `reference.invalid` naming the field. */
export const demandVisible = async (
  ctx: Ctx | Tx,
  definition: RecordSet,
  references: Record<string, string | null | undefined>,
): Promise<void> => {
  const given = Object.entries(references).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const visible = await visibleIds(
    ctx,
    definition,
    given.map(([, id]) => id),
  )
  const faults = given.filter(([, id]) => !visible.has(id)).map(([path]) => ({ path, code: 'reference.invalid' }))
  if (faults.length > 0) refuse('reference.invalid', { field: faults[0]?.path }, faults)
}
