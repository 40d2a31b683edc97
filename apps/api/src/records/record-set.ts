/**
 * A noun as a set of records: where its rows come from, who sees which, and what its fields are in SQL. Lists, search,
 * boards, counts, aggregates, exports and single reads are all made from this one definition.
 */
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { Noun } from '@rapport/domain/access/permissions.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { Prisma } from '@rapport/prisma'

export type Sql = Prisma.Sql
export const { sql, join, raw, empty } = Prisma

export type RowView = Record<string, unknown>

export type RecordSet = {
  noun: Noun
  /** Alias of the noun's table in `from`. */
  alias: string
  fields: Fields
  /** What follows `from`: the table with its alias and left joins on primary keys. */
  from: Sql
  /** The rows this actor may see, trash left out; the only statement of that rule. */
  visibleTo: (actor: Actor) => Sql
  /** Fields that are not a column of their own name. */
  computed?: (env: { now: Date; actor: Actor }) => Record<string, Sql>
  /** What people call the record behind a reference, by the field's `as`. */
  labels: Record<string, Sql>
  /** Nouns one step away whose fields a filter may name (`customer.tier`); their alias in `from` is the key. */
  related?: Record<string, () => RecordSet>
  /** The column `search` looks into; it holds no field that a role can hide. */
  search?: Sql
  /** Columns `can` needs, by their name in the row. */
  facts?: Record<string, Sql>
  /** The verbs this actor may use on this row. */
  can: (actor: Actor, row: RowView) => Record<string, boolean>
  /** Sort of a list that names none. */
  defaultSort: readonly string[]
}

export const recordSet = (definition: RecordSet): RecordSet => definition

const column = (alias: string, name: string): Sql => raw(`${alias}."${name}"`)

/** The SQL expression of one field; only names that stand in the field list ever get here. */
export const expressionOf = (set: RecordSet, name: string, env: { now: Date; actor: Actor }): Sql =>
  set.computed?.(env)[name] ?? column(set.alias, name)
