/** Which records a bulk change is about: named one by one, or all that a list shows. Never more than the caller sees. */
import type { BulkBody } from '@rapport/domain/features/bulk/bulk.ts'
import { MOST_RECORDS } from '@rapport/domain/features/bulk/bulk.ts'
import type { Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { fromFor } from '../../records/from.ts'
import { whereOf } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import { column, sql, type Sql } from '../../records/record-set.ts'
import type { BulkNoun } from './bulk-noun.ts'

type Selection = Pick<BulkBody, 'ids' | 'filter' | 'search'>

/** As a relation of `id` and `version`. Errors: 422 `bulk.selection` without one or with two ways to choose. */
export const selected = (tx: Tx, { records }: BulkNoun, { ids, filter, search }: Selection): Sql => {
  if ((ids === undefined) === (filter === undefined) || (ids && search !== undefined))
    refuse('bulk.selection', {}, [{ path: 'ids', code: 'field.invalid' }])
  const set = readable(records, tx)
  const id = set.expression('id')
  const among = ids ? sql`${id} = any(${ids}::uuid[])` : undefined
  const where = whereOf(set, { filter: filter ?? undefined, search }, among)
  const columns = sql`${id} as id, ${column(records.alias, 'version')} as version`
  return sql`(select ${columns} from ${fromFor(records, columns, where)} where ${where} order by ${id} limit ${MOST_RECORDS + 1})`
}

export type Chosen = { id: string; version: number }

/** All of them, in the order of their ids; of `ids` also those that are not there, with version 0. Errors: 422 `bulk.tooMany`. */
export const chosen = async (tx: Tx, noun: BulkNoun, selection: Selection): Promise<Chosen[]> => {
  const found = await tx.db.$queryRaw<Chosen[]>`select id, version from ${selected(tx, noun, selection)} chosen`
  if (found.length > MOST_RECORDS) refuse('bulk.tooMany', { most: MOST_RECORDS })
  const known = new Set(found.map(({ id }) => id))
  const absent = (selection.ids ?? []).map((id) => id.toLowerCase()).filter((id) => !known.has(id))
  return [...found, ...absent.map((id) => ({ id, version: 0 }))]
}
