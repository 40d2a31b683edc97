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

export type BulkNoun = {
  entity: BulkEntity
  records: RecordSet
  fields: Fields
  updated: EventType
  transferred?: EventType
  /** Columns the decision or the event needs, whoever asks; `title` and `customerId` are for the event. */
  stored: { title: Sql; customerId: Sql } & Record<string, Sql>
  /** Fields whose values are people's own on this record, beside those marked so for the noun. */
  personal?: (row: Row) => readonly string[]
  /** What the changes refer to can be used. Errors: 422 `reference.invalid`. */
  demandReferences: (tx: Tx, changes: Values) => Promise<void>
  /** A rule of the noun that refuses this record; null where none does. */
  refusal?: (tx: Tx, row: Row, changes: Values, reason: string | undefined) => ErrorCode | null
  /** Columns that follow from the change, by name. */
  followers?: (tx: Tx, row: Row, after: Values) => Values
  /** What else is written in the same transaction. */
  beside?: (tx: Tx, written: readonly Written[]) => Promise<void>
  /** Puts one into the trash by the command of the noun. */
  remove: (ctx: Ctx | Tx, id: string) => Promise<void>
}
