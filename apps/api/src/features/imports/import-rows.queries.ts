/** The rows of an import, page by page, with what was read from them and what is wrong. */
import { parseRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { RowsQuery } from '@rapport/domain/features/imports/imports.contract.ts'
import type { ImportRow } from '@rapport/domain/features/imports/imports.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import { reasonOf, type RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Ctx } from '../../ctx.ts'
import { demand, refuse } from '../../http/problems.ts'
import { visibleIds } from '../../records/find.ts'
import { decodeCursor, encodeCursor } from '../../records/keyset.ts'
import type { Page } from '../../records/list.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { recordTitles } from '../../records/titles.ts'
import { importerOf } from './importers/importers.ts'
import { importRecords } from './imports.records.ts'
import { loadImport, planFor } from './imports.queries.ts'

type Stored = Omit<ImportRow, 'values' | 'problems' | 'record' | 'changes'> & {
  recordId: string | null
  errors: RowProblem[] | null
  changes: ImportRow['changes'] | null
}

/** Errors: 404 for an import the caller does not see, 403 for somebody else's, 400 for a foreign cursor. */
export const listRows = async (ctx: Ctx, id: string, query: RowsQuery): Promise<Page<ImportRow>> => {
  const visible = await visibleIds(ctx, importRecords, [id])
  const stored = visible.has(id) ? await loadImport(ctx.db as never, id) : null
  if (!stored) return refuse('record.notFound')
  demand(stored.ownerId === ctx.actor.userId) // what stands in a file is its uploader's
  const { limit = 50, cursor, ...filter } = query
  const scope = {
    secret: ctx.services.secret,
    noun: `import-rows:${id}`,
    userId: ctx.actor.userId,
    filter,
    search: undefined,
    sort: [],
  }
  const after = cursor ? Number(decodeCursor(scope, cursor)[0]) : 0
  const where = conditionOf(id, query)
  const rows = await ctx.db.$queryRaw<Stored[]>`
    select "rowNo", raw, verdict, decision, outcome, "recordId"::text, errors, changes from import_rows
    where ${where} and "rowNo" > ${after} order by "rowNo" limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const [counted] = await ctx.db.$queryRaw<
    { value: number }[]
  >`select count(*)::int as value from import_rows where ${where}`
  const titles = await recordTitles(
    ctx,
    importerOf(stored.entity).records,
    shown.flatMap(({ recordId }) => recordId ?? []),
  )
  const plan = planFor(ctx.actor, stored)
  return {
    items: shown.map((row) => presentRow(ctx, plan, row, titles)),
    nextCursor: last ? encodeCursor(scope, [String(last.rowNo)]) : null,
    total: { value: counted?.value ?? 0, exact: true },
  }
}

const conditionOf = (
  id: string,
  { verdict, outcome, problem, column, from }: RowsQuery,
): Sql => sql`"importId" = ${id}::uuid
  and (${verdict ?? null}::text is null or verdict = ${verdict ?? null}) and (${outcome ?? null}::text is null or outcome = ${outcome ?? null})
  and "rowNo" >= ${from ?? 1}
  and (${problem ?? null}::text is null or errors @> ${JSON.stringify([{ code: problem, ...(column !== undefined && { column }) }])}::jsonb)`

const presentRow = (ctx: Ctx, plan: ImportPlan, row: Stored, titles: ReadonlyMap<string, string>): ImportRow => {
  const { recordId, errors, changes, ...rest } = row
  const parsed = parseRow(plan, row.rowNo, row.raw)
  const label = recordId === null ? undefined : titles.get(recordId)
  return {
    ...rest,
    values: [...parsed.values, ...parsed.lookups].map(([target, value]) => ({ target, value: asText(value) })),
    problems: (errors ?? []).map((problem) => ({ ...problem, message: reasonOf(problem, ctx.actor.locale) })),
    changes: changes ?? [],
    record: recordId !== null && label !== undefined ? { id: recordId, label } : null,
  }
}

type Item = { number?: string; address?: string }
const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const { number, address } = value as Item
  return number ?? address ?? JSON.stringify(value)
}
