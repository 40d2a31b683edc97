/**
 * A noun as a set of records: where its rows come from, who sees which, and what its fields are in SQL. Lists, search,
 * boards, counts, aggregates, exports and single reads are all made from this one definition.
 */
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { Noun } from '@rapport/domain/access/permissions.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { Prisma } from '@rapport/prisma'
import type { Searched } from './searched.ts'

export type Sql = Prisma.Sql
export const { sql, join, raw, empty } = Prisma

export type RowView = Record<string, unknown>
export type Reader = { actor: Actor; now: Date }
/** `heavy` as for fields: in lists only when asked for. */
export type Part = { value: Sql; heavy?: true }

export type RecordSet = {
  noun:
    | Noun
    | 'collaborators'
    | 'attachments'
    | 'comments'
    | 'events'
    | 'jobs'
    | 'notifications'
    | 'ownership-periods'
    | 'relations'
    | 'saved-views'
    | 'trash'
  /** Alias of the noun's table in `from`. */
  alias: string
  fields: Fields
  /** What follows `from`: the table with its alias and left joins on primary keys. */
  from: Sql
  /** Needs no right of a role: whose it is decides alone, in `visibleTo`. */
  personal?: true
  /**
   * The rows this actor may see, trash left out; the only statement of that rule. With `few` it is written to be asked of some
   * rows known by their ids: it costs the same however much the actor sees, so that time tells nothing either.
   */
  visibleTo: (actor: Actor, few?: boolean) => Sql
  /**
   * The ways into `visibleTo`, each of which an index serves by itself: a row of it comes by one of them at least. What looks for
   * few rows among very many asks by each way; without it there is one.
   */
  ways?: (actor: Actor) => readonly Sql[]
  /** Fields that are not a column of their own name. */
  computed?: (env: Reader) => Record<string, Sql>
  /** What people call the record behind a reference, by the field's `as`. */
  labels: Record<string, Sql>
  /** What such records stand in order by where groups are made of them, by the field's `as`; without it the largest comes first. */
  ranks?: Record<string, Sql>
  /** Nouns one step away whose fields a filter may name (`customer.tier`); their alias in `from` is the key. */
  related?: Record<string, () => RecordSet>
  /** The rows within this actor's reach whether or not they lie in the trash; only feed and timelines ask. */
  reach?: (actor: Actor, few?: boolean) => Sql
  /** The rows of the trash this actor may bring back: those he could have deleted. */
  restorable?: (actor: Actor) => Sql
  /** What the record is called in the trash. */
  title?: Sql
  /** Parts that are no field: links, lines, as json. Sent under their name unless the role hides that name. */
  parts?: (env: Reader) => Record<string, Part>
  /** Lists of ids kept in a table of links: the rows that have any of these, as a condition an index serves. */
  links?: (env: Reader) => Record<string, (ids: readonly string[]) => Sql>
  /** What `search` looks into: who may read only some of its fields finds by those. */
  search?: Searched
  /** What else a search finds a row by: a word of a related record, as far as the actor reads that; null when he does not. */
  searchAlso?: (env: Reader) => ((word: string) => Sql) | null
  /** All that `can` needs, by its name there: what is asked for of a record must not decide on it. */
  facts?: (env: Reader) => Record<string, Sql>
  /** The verbs this actor may use on the row of these facts. */
  can: (actor: Actor, facts: RowView) => Record<string, boolean>
  /** Sort of a list that names none. */
  defaultSort: readonly string[]
}

export const recordSet = (definition: RecordSet): RecordSet => definition

/** A column by its name; for names that stand in our own code or field lists, never for what a request brought. */
export const column = (alias: string, name: string): Sql => raw(`${alias}."${name}"`)

/** A table or alias by its name, under the same rule. */
export const table = (name: string): Sql => raw(name)

/** The SQL expression of a field by its name; only names that stand in the field list ever get here. */
export const expressionsOf = (set: RecordSet, env: Reader): ((name: string) => Sql) => {
  let computed: Record<string, Sql> | undefined
  return (name) => {
    computed ??= set.computed?.(env) ?? {}
    return computed[name] ?? column(set.alias, name)
  }
}
