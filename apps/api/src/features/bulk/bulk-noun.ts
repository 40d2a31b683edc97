/** What changing many records of a noun needs to know of its room. */
import type { BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import type { Values } from '@rapport/domain/features/bulk/bulk.rules.ts'
import type { ErrorCode } from '@rapport/domain/errors.ts'
import type { EventType } from '@rapport/domain/events.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import type { RecordSet, Sql } from '../../records/record-set.ts'
import type { Row } from './rows.queries.ts'

/** A record whose values have just been written. */
export type Written = { row: Row; before: Values; after: Values }

/** What was said about the change: why, what its command found out; or that one is taken back. */
export type Said = { reason: string | undefined; facts: Values; isUndo?: true }

export type BulkNoun = {
  entity: BulkEntity
  records: RecordSet
  fields: Fields
  updated: EventType
  transferred?: EventType
  /** What a change to these values is told as, where that is neither of the two. */
  toldAs?: (after: Values) => EventType | undefined
  /** The right over a record that handing it over takes, by its name in `can`; `transfer` unless said. */
  transferBy?: 'edit'
  /** Columns the decision or the event needs, whoever asks; `title` and `customerId` are for the event. */
  stored: { title: Sql; customerId: Sql } & Record<string, Sql>
  /** Fields whose values are people's own on this record, beside those marked so for the noun. */
  personal?: (row: Row) => readonly string[]
  /** What the changes refer to can be used. Errors: 422 `reference.invalid`. */
  demandReferences: (tx: Tx, changes: Values) => Promise<void>
  /** What a command of the noun sets in every record, and what deciding about each of them needs; null for what does not belong to it. */
  command?: (tx: Tx, action: 'complete' | 'cancel', given: Values) => Promise<{ changes: Values; facts: Values } | null>
  /** A rule of the noun that refuses this record; null where none does. */
  refusal?: (tx: Tx, row: Row, changes: Values, asked: Said) => ErrorCode | null
  /** Columns that follow from the change, by name. */
  followers?: (tx: Tx, row: Row, after: Values, facts: Values) => Values
  /** What else is written in the same transaction. */
  beside?: (tx: Tx, written: readonly Written[]) => Promise<void>
  /** Puts one into the trash by the command of the noun. */
  remove: (ctx: Ctx | Tx, id: string) => Promise<void>
}
