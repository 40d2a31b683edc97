/** What is read and written for an export, as its owner may have it at this moment. */
import { exportColumns, type ExportColumn } from '@rapport/domain/features/exports/export-columns.ts'
import type { ExportSpec } from '@rapport/domain/features/exports/exports.ts'
import type { JobEntity } from '@rapport/domain/features/jobs/job-choices.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import type { ListToExport } from '../../records/export.ts'
import { chosen, whereOf } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import type { RecordSet, Sql } from '../../records/record-set.ts'
import { sortKeys } from '../../records/sort.ts'
import { recordsOf } from './export-noun.ts'

export type ExportPlan = { records: RecordSet; columns: ExportColumn[]; query: ListToExport; where: Sql }

/** Errors: 400 `fields.unknown`, `sort.field` and those of a filter, for what does not exist for him. */
export const planExport = (ctx: Ctx | Tx, entity: JobEntity, spec: Omit<ExportSpec, 'language'>): ExportPlan => {
  const records = recordsOf(entity)
  const set = readable(records, ctx)
  const found = exportColumns(entity, spec.fields)
  if ('unknown' in found) return refuse('fields.unknown', { field: found.unknown })
  const isOpen = ({ field }: ExportColumn) => Object.hasOwn(set.fields, field) || Object.hasOwn(set.parts, field)
  const columns = spec.fields ? found.columns : found.columns.filter(isOpen)
  const { search, sort } = spec
  const query = {
    filter: spec.filter ?? undefined,
    search,
    sort,
    fields: [...new Set(columns.map(({ field }) => field))],
  }
  chosen(set, query.fields)
  sortKeys(set, sort)
  return { records, columns, query, where: whereOf(set, query) }
}
