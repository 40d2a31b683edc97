/** What the frame needs of each noun: how its rows are recognised, judged and written. Everything else is alike for all. */
import type { FieldChange } from '@rapport/domain/features/imports/update-patch.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { Decision, Verdict } from '@rapport/domain/features/imports/import-choices.ts'
import type { z } from 'zod'
import type { Label } from '@rapport/domain/field/kinds.ts'
import type { Tx } from '../../../ctx.ts'
import type { Write } from '../../../records/insert-together.ts'
import type { RecordSet, Sql } from '../../../records/record-set.ts'
import type { Leaving } from '../../../records/trash.ts'
import type { Together } from './together.ts'
import type { Doubles, Recognised } from '../duplicates/doubles.ts'

export type Values = Record<string, unknown>
export type Existing = { id: string; label: Label | string }

/** A record that has this value under a key; not `certain`: it is alike, and a person must decide. */
export type Match = Existing & { value: string; certain: boolean }

/** A row with everything that is known of it before it is written. */
export type Judged = {
  row: ParsedRow
  decision: Decision | null
  /** What a caller of the API would send to create the record. */
  draft: Values
  /** What it changes in the record it matches. */
  patch: Values
  changes: FieldChange[]
  existing: Existing | null
  version: number
  verdict: Verdict
  /** It refers to a row of the same file that has not come in yet. */
  waits: boolean
  /** What it may be already, where its noun is looked through for that. */
  doubles?: Doubles
}

/** Numbers that belong to a transaction. */
export type Stock = {
  /** Those not taken yet, in order. */
  rest: () => readonly string[]
  take: (count: number) => void
  /** Gives back what was not taken. */
  giveBack: () => Promise<void>
}

/** New records can be made ready outside of the transaction that writes them. */
export type Ahead = {
  /** Not where rows must be written before those after them can be judged. */
  isFor: (plan: ImportPlan) => boolean
  stock: (tx: Tx, count: number) => Promise<Stock>
  /**
   * Keeps what rows of this plan were judged by as it is until the transaction ends; false when it has changed already.
   */
  hold: (tx: Tx, plan: ImportPlan) => Promise<boolean>
  /** Records with the first of the numbers, ready to be written with what `beside` says of their ids. */
  make: (
    reader: Tx,
    plan: ImportPlan,
    rows: readonly Judged[],
    numbers: readonly string[],
    beside: (ids: readonly string[]) => Sql,
  ) => Promise<Write>
}

export type Importer = {
  records: RecordSet
  /** The schemas of POST and PATCH. */
  draft: z.ZodType
  patch: z.ZodType
  /** Fields that `shape` makes, by the targets they are made from. */
  made?: Record<string, readonly string[]>
  /** Turns values that are no field of the noun into what a caller would send (a product into a line). */
  shape?: (plan: ImportPlan, row: ParsedRow, draft: Values) => Values
  /** Records that have one of these values under the key `path`; each value comes as it stands and folded. */
  match: (tx: Tx, plan: ImportPlan, path: string, values: readonly string[]) => Promise<Match[]>
  /** What an existing record calls those it refers to by `path`, where that is no field of its own; from which parts of it. */
  called?: { parts: readonly string[]; by: (record: Values, path: string) => readonly unknown[] }
  /** How a new record is recognised as one there already is; nouns without are told apart by their keys alone. */
  recognised?: Recognised<Judged>
  /** Rules beyond the schema; adds what is wrong to the problems of its row. */
  check?: (tx: Tx, plan: ImportPlan, rows: readonly Judged[]) => Promise<void>
  /** Writes new records with their events, all in few statements. Returns their ids in the order of the rows. */
  create: (tx: Tx, plan: ImportPlan, rows: readonly Judged[]) => Promise<string[]>
  /** The same in two steps. */
  ahead?: Ahead
  /** The command a person's change would call. */
  update: (tx: Tx, id: string, patch: Values) => Promise<unknown>
  /** How many rows a transaction may take where each is written by a command of its own. */
  batch?: number
  /** How many records are changed at once; without it each is changed by `update`. */
  together?: Together
  /** Puts records into the trash, all in few statements; nouns without it cannot be undone. Returns those that stay in use. */
  remove?: (tx: Tx, records: readonly Leaving[]) => Promise<ReadonlyMap<string, unknown> | void>
}
