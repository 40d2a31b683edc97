/** An import as its screens and its jobs read it. */
import type { ImportEntity, ImportMode, ImportState } from '@rapport/domain/features/imports/import-choices.ts'
import type { ImportDetail, ProblemKind } from '@rapport/domain/features/imports/imports.ts'
import { offeredTargets, presentTarget } from '@rapport/domain/features/imports/offered-targets.ts'
import { planOf, type ImportOptions, type ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { ColumnMapping } from '@rapport/domain/features/imports/propose-mapping.ts'
import { reasonOf } from '@rapport/domain/features/imports/row-problems.ts'
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { readRecord } from '../../records/find.ts'
import type { Reading } from './files/inspect.ts'
import { importRecords } from './imports.records.ts'

/** Errors: 404. */
export const readImport = async (ctx: Ctx | Tx, id: string): Promise<ImportDetail> => {
  const stored = await readRecord<ImportDetail>(ctx, importRecords, id)
  const { targets, keys } = offeredTargets(ctx.actor, stored.entity as ImportEntity)
  const problems = stored.problems.map((problem) => ({ ...problem, message: messageOf(problem, ctx.actor.locale) }))
  return { ...stored, problems, targets: targets.map(presentTarget), keys: [...keys] }
}

const messageOf = ({ column, target, code, severity, values }: ProblemKind, locale: Actor['locale']) => {
  const value = values.map((one) => one.value).join(', ')
  return reasonOf({ column: null, target, code, severity, value, params: { column } }, locale)
}

const select = {
  id: true,
  version: true,
  entity: true,
  fileName: true,
  fileKey: true,
  ownerId: true,
  apiKeyId: true,
  encoding: true,
  delimiter: true,
  headerRow: true,
  headers: true,
  rowCount: true,
  mapping: true,
  options: true,
  matchKeys: true,
  mode: true,
  history: true,
  sourceId: true,
  status: true,
  cursor: true,
  counts: true,
} satisfies Prisma.ImportSelect

type Row = Prisma.ImportGetPayload<{ select: typeof select }>
export type StoredImport = Omit<Row, 'entity' | 'status' | 'mode' | 'mapping' | 'options' | 'counts'> & {
  entity: ImportEntity
  status: ImportState
  mode: ImportMode
  mapping: ColumnMapping[]
  options: ImportOptions
  counts: Partial<Record<string, number>>
}

export const loadImport = async (db: Prisma.TransactionClient, id: string): Promise<StoredImport | null> => {
  const row = await db.import.findUnique({ where: { id }, select })
  return row as unknown as StoredImport | null
}

/** The plan of the import's rows as this actor may carry it out. */
export const planFor = (actor: Actor, stored: StoredImport): ImportPlan =>
  planOf(stored, offeredTargets(actor, stored.entity).targets)

export const readingOf = ({ encoding, delimiter, headerRow }: StoredImport): Reading =>
  ({ kind: delimiter === 'xlsx' ? 'xlsx' : 'csv', encoding, delimiter, headerRow }) as Reading
