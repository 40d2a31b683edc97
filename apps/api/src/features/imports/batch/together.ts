/** What changing many records of a noun at once, each in its own way, needs to know of its room. */
import type { EventType } from '@rapport/domain/events.ts'
import type { ErrorCode } from '@rapport/domain/errors.ts'
import type { Ctx, Tx } from '../../../ctx.ts'
import type { EventInput } from '../../../events/record.ts'
import type { InsertTable } from '../../../records/insert-rows.ts'
import type { RowView } from '../../../records/record-set.ts'
import type { Values } from './importer.ts'

type About = Pick<EventInput, 'title' | 'customerId' | 'personal'>

/** A row with all its columns. */
export type Stored = RowView & { id: string }

export type Together = {
  table: InsertTable
  updated: EventType
  /** Fields that ask for a look at other records each time: a record that gets one of them is changed by the command of the noun. */
  alone: readonly string[]
  stored: (tx: Tx, ids: readonly string[]) => Promise<Stored[]>
  /** Errors: 422 `reference.invalid`. */
  demandReferences: (tx: Tx, values: Values) => Promise<void>
  /** A rule of the noun that refuses this record; null where none does. */
  refusal?: (ctx: Pick<Ctx, 'actor' | 'now'>, row: Stored, values: Values) => ErrorCode | null
  /** The columns that become others, and what follows from them. */
  columns: (row: Stored, values: Values) => RowView
  /** What the events say of these rows, as each was and is now. */
  about: (tx: Tx, ids: readonly string[]) => Promise<(was: Stored, now: Stored) => About>
  /** What else is written in the same transaction, from the rows as they are now; `names` are the columns that were written. */
  beside?: (tx: Tx, rows: readonly Stored[], names: ReadonlySet<string>) => Promise<void>
}
