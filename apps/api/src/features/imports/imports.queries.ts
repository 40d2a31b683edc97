/** An import as its screens and its jobs read it. */
import type { ImportEntity, ImportMode, ImportState } from '@rapport/domain/features/imports/import-choices.ts'
import { missingIn } from '@rapport/domain/features/imports/check-mapping.ts'
import type { ImportDetail } from '@rapport/domain/features/imports/imports.ts'
import { offeredTargets, presentTarget } from '@rapport/domain/features/imports/offered-targets.ts'
import { planOf, type ImportOptions, type ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { ColumnMapping } from '@rapport/domain/features/imports/propose-mapping.ts'
import { reasonOf } from '@rapport/domain/features/imports/row-problems.ts'
import type { Target } from '@rapport/domain/features/imports/target.ts'
import { inLanguage, wordsOf } from '@rapport/domain/code-text.ts'
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { demand, refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import type { StoredKind } from './batch/summary.queries.ts'
import type { Reading } from './files/inspect.ts'
import { importRecords } from './imports.records.ts'

/** Errors: 404. */
export const readImport = async (ctx: Ctx | Tx, id: string): Promise<ImportDetail> => {
  const stored = forReader(ctx.actor, await readRecord<ImportDetail>(ctx, importRecords, id))
  const { targets, keys } = offeredTargets(ctx.actor, stored.entity as ImportEntity)
  const problems = stored.problems.map(({ params, ...kind }: StoredKind) => ({
    ...kind,
    message: messageOf({ ...kind, params }, ctx.actor.locale),
    values: kind.values.map((one) => ({ ...one, proposals: one.proposals.map((proposal) => named(proposal, ctx)) })),
  }))
  return {
    ...stored,
    problems,
    targets: targets.map(presentTarget),
    keys: [...keys],
    missing: missingFor(stored, targets),
    errorText: stored.error === null ? null : wordsOf(stored.error, {}, ctx.actor.locale),
  }
}

const named = ({ id, label }: StoredKind['values'][number]['proposals'][number], { actor }: Ctx | Tx) => ({
  id,
  label: inLanguage(label, actor.locale),
})

// What stands in a file is its uploader's: who sees all imports sees what became of them, none of its values.
const forReader = (actor: Actor, stored: ImportDetail): ImportDetail =>
  stored.ownerId === actor.userId
    ? stored
    : {
        ...stored,
        sample: [],
        columns: stored.columns.map((column) => ({ ...column, samples: [] })),
        valueMaps: [],
        defaults: [],
        problems: stored.problems.map((problem) => ({ ...problem, values: [], params: null })),
      }

const missingFor = (stored: ImportDetail, targets: readonly Target[]): ImportDetail['missing'] => {
  const headers = stored.columns.map(({ header }) => header)
  const plan = planOf({ ...stored, headers, options: stored } as unknown as Parameters<typeof planOf>[0], targets)
  return missingIn(plan).flatMap(({ faults }) =>
    faults.map(({ path, code, params = {} }) => ({
      path,
      code,
      target: typeof params.target === 'string' ? params.target : null,
      column: typeof params.column === 'string' ? params.column : null,
    })),
  )
}

const messageOf = ({ column, target, code, severity, values, params }: StoredKind, locale: Actor['locale']) => {
  const value = values.map((one) => one.value).join(', ')
  const said = reasonOf({ column: null, target, code, severity, value, params: { column, ...params } }, locale)
  // What differs from row to row has no place in what is said of all of them.
  return said.replaceAll(/“\{\w+\}”| ?"\{\w+\}"/g, '').replaceAll(/\{\w+\}/g, '…')
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

/** The import, for reading its rows: what stands in a file is its uploader's. Errors: 404 unless visible, 403 for others'. */
export const loadOwn = async (ctx: Ctx, id: string): Promise<StoredImport> => {
  const [found] = await ctx.db.$queryRaw<{ stored: StoredImport }[]>`
    select to_jsonb(import) - '{columns,sample,proposal,problems,checked}'::text[] as stored from imports import
    where import.id = ${id}::uuid and ${importRecords.visibleTo(ctx.actor)}`
  if (!found) return refuse('record.notFound')
  demand(found.stored.ownerId === ctx.actor.userId)
  return found.stored
}

/** The plan of the import's rows as this actor may carry it out. */
export const planFor = (actor: Actor, stored: StoredImport): ImportPlan =>
  planOf(stored, offeredTargets(actor, stored.entity).targets)

export const readingOf = ({ encoding, delimiter, headerRow }: StoredImport): Reading =>
  ({ kind: isFileKind(delimiter) ? delimiter : 'csv', encoding, delimiter, headerRow }) as Reading

const isFileKind = (delimiter: string) => delimiter === 'xlsx' || delimiter === 'vcard'
