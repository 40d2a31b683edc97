/** What a row may be already: records there are, and rows before it. */
import type { Earlier } from '@rapport/domain/features/duplicates/within.ts'
import type { DuplicateType } from '@rapport/domain/features/duplicates/duplicates.ts'
import type { Described } from '@rapport/domain/features/duplicates/identity.ts'
import type { Level } from '@rapport/domain/features/duplicates/score.ts'
import type { Found } from '../../duplicates/found.queries.ts'
import type { Told } from '../../duplicates/tell.commands.ts'

export type Doubles = {
  found: readonly Found[]
  told: Told
  /** Rows of the file by their numbers. */
  earlier: readonly Earlier[]
  /** How surely, as far as the importer is told; null: he is told of nothing. */
  level: Level | null
  /** Why the row is created although it certainly is there. */
  reason: string | null
}

/** What makes the rows of a noun recognisable. */
export type Recognised<Row> = { type: DuplicateType; describe: (row: Row) => Described }
