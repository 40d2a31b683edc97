/** Who besides the caller sees a record, by the rights each has at this moment. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { readsLabel } from '@rapport/domain/access/readable.ts'
import type { CommentTarget } from '@rapport/domain/features/comments/comments.fields.ts'
import type { ReadersQuery } from '@rapport/domain/features/comments/comments.contract.ts'
import type { Readers } from '@rapport/domain/features/comments/comments.ts'
import { searchWords } from '@rapport/domain/search-text.ts'
import { loadActors } from '../../access/actor.queries.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { hasRow } from '../../records/from.ts'
import { column, join, raw, sql, type Sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { holds, searchedText } from '../../records/searched.ts'
import { commentedSets } from './comments.records.ts'

export type Target = { type: CommentTarget; id: string }

// So many are asked about, and so many shown; whoever types on gets to the others.
const ASKED = 60
const SHOWN = 10

/** Those of the people who see the record, by id; one statement, the record's own rule asked once for each of them. */
export const readersAmong = async (
  ctx: Ctx | Tx,
  { type, id }: Target,
  people: readonly Actor[],
): Promise<Set<string>> => {
  const set = commentedSets[type]
  const able = people.filter((actor) => may(actor, `${set.noun}.read` as Permission))
  if (able.length === 0) return new Set()
  const own = sql`${column(set.alias, 'id')} = ${id}::uuid`
  const each = able.map(
    (actor): Sql =>
      sql`select ${actor.userId}::text as id where ${hasRow(set, sql`${own} and ${set.visibleTo(actor, true)}`)}`,
  )
  const rows = await selectRows<{ id: string }>(ctx, join(each, ' union all '))
  return new Set(rows.map((row) => row.id))
}

/** People to mention, found by name or pinyin. Errors: 404 when the caller does not see the record himself. */
export const findReaders = async (ctx: Ctx, target: Target, { search }: ReadersQuery): Promise<Readers> => {
  const people = await findPeople(ctx, search?.trim() ?? '')
  const readers = await readersAmong(ctx, target, [ctx.actor, ...people])
  if (!readers.has(ctx.actor.userId ?? '')) refuse('record.notFound')
  const shown = people.map(({ userId, name }) => ({ id: userId ?? '', label: name }))
  return {
    items: shown.filter(({ id }) => readers.has(id)).slice(0, SHOWN),
    others: shown.filter(({ id }) => !readers.has(id)).slice(0, SHOWN),
  }
}

const searched = { ...searchedText({ name: sql`person.name || ' ' || person.pinyin` }), part: null }

// Who may not read what colleagues are called finds none.
const findPeople = async (ctx: Ctx, typed: string): Promise<Actor[]> => {
  if (!may(ctx.actor, 'users.read') || !readsLabel(ctx.actor, 'users')) return []
  const found = searchWords(typed).map((word) => holds(searched, word))
  const people = await loadActors(
    ctx,
    sql`select person.id from users person where person.status = 'active' and person.id <> ${ctx.actor.userId}::uuid
      and ${found.length === 0 ? sql`true` : join(found, ' and ')} order by person.name, person.id limit ${raw(String(ASKED))}`,
  )
  return people.toSorted((one, other) => one.name.localeCompare(other.name, ctx.actor.locale))
}

/** Those of the people who do not see the record, or are not here any more. */
export const blindAmong = async (tx: Tx, target: Target, userIds: readonly string[]): Promise<string[]> => {
  if (userIds.length === 0) return []
  const people = await loadActors(tx, sql`select unnest(${[...userIds]}::uuid[]) as id`)
  const readers = await readersAmong(tx, target, people)
  return userIds.filter((id) => !readers.has(id))
}

/** Refuses a text that mentions them, naming each; `canShare` says whether the caller could lend them access. */
export const refuseBlind = async (tx: Tx, blind: readonly string[], canShare: boolean): Promise<never> => {
  const names = await namesOf(tx, blind)
  const faults = blind.map((id) => ({ path: 'body', code: 'mention.no_access', params: { name: names.get(id) ?? id } }))
  const list = faults.map(({ params }) => params.name).join(', ')
  return refuse('mention.no_access', { names: list, userIds: blind, canShare }, faults)
}

const namesOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  if (!may(tx.actor, 'users.read') || !readsLabel(tx.actor, 'users')) return new Map()
  const people = await tx.db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}
