/** The rows of an import, page by page, with what was read from them and what is wrong. */
import { parseRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { RowsQuery } from '@rapport/domain/features/imports/imports.contract.ts'
import type { ImportRow } from '@rapport/domain/features/imports/imports.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import { reasonOf, type RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Ctx } from '../../ctx.ts'
import { decodeCursor, encodeCursor } from '../../records/keyset.ts'
import type { Page } from '../../records/list.ts'
import { sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { titlesAmong } from '../../records/titles.ts'
import type { StoredMatches } from './duplicates/matches.commands.ts'
import { importerOf } from './importers/importers.ts'
import { loadOwn, planFor } from './imports.queries.ts'

type Stored = Omit<ImportRow, 'values' | 'problems' | 'record' | 'changes' | keyof StoredMatches> & {
  recordId: string | null
  /** Null for a record the caller does not see. */
  title: string | null
  errors: RowProblem[] | null
  changes: ImportRow['changes'] | null
  matches: Pick<ImportRow, keyof StoredMatches> | null
  /** Those of the matches that the caller sees now. */
  seen: string[] | null
}

/** Errors: 404 for an import the caller does not see, 403 for somebody else's, 400 for a foreign cursor. */
export const listRows = async (ctx: Ctx, id: string, query: RowsQuery): Promise<Page<ImportRow>> => {
  const stored = await loadOwn(ctx, id)
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
  const { rows, total } = await readPage(
    ctx,
    importerOf(stored.entity).records,
    conditionOf(id, query),
    after,
    limit + 1,
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const plan = planFor(ctx.actor, stored)
  return {
    items: shown.map((row) => presentRow(ctx, plan, row)),
    nextCursor: last ? encodeCursor(scope, [String(last.rowNo)]) : null,
    total: { value: total, exact: true },
  }
}

// The rows with what their records are called, and how many there are in all; one statement.
const readPage = async (ctx: Ctx, set: RecordSet, where: Sql, after: number, size: number) => {
  const ids = sql`select "recordId" from shown union select (match->>'id')::uuid from shown, jsonb_array_elements(matches->'matches') match`
  const titles = titlesAmong(ctx, set, ids)
  const found = await ctx.db.$queryRaw<(Stored & { total: number })[]>`
    with shown as (select "rowNo", raw, verdict, decision, outcome, undo, "recordId", errors, changes, level, matches from import_rows
      where ${where} and "rowNo" > ${after} order by "rowNo" limit ${size}), titles as materialized (select * from ${titles} title)
    select counted.total, "rowNo", raw, verdict, decision, outcome, undo, "recordId"::text, errors, changes, level, matches, titles.title,
      (select array_agg(id::text) from titles) as seen
    from (select count(*)::int as total from import_rows where ${where}) counted
      left join shown on true left join titles on titles.id = shown."recordId" order by "rowNo"`
  // Where no row fits there still is the count.
  const rows = found.filter(({ rowNo }) => rowNo !== null).map(({ total: _total, ...row }) => row)
  return { rows, total: found[0]?.total ?? 0 }
}

const conditionOf = (
  id: string,
  { verdict, level, outcome, undo, problem, column, from }: RowsQuery,
): Sql => sql`"importId" = ${id}::uuid
  and (${verdict ?? null}::text is null or verdict = ${verdict ?? null}) and (${outcome ?? null}::text is null or outcome = ${outcome ?? null})
  and (${undo ?? null}::text is null or undo = ${undo ?? null})
  and (${level ?? null}::text is null or level = ${level ?? null}) and "rowNo" >= ${from ?? 1}
  and (${problem ?? null}::text is null or errors @> ${JSON.stringify([{ code: problem, ...(column !== undefined && { column }) }])}::jsonb)`

const presentRow = (ctx: Ctx, plan: ImportPlan, row: Stored): ImportRow => {
  const { recordId, errors, changes, title, matches, seen, ...rest } = row
  const parsed = parseRow(plan, row.rowNo, row.raw)
  return {
    ...rest,
    values: [...parsed.values, ...parsed.lookups].map(([target, value]) => ({ target, value: asText(value) })),
    problems: (errors ?? []).map((problem) => ({ ...problem, message: reasonOf(problem, ctx.actor.locale) })),
    changes: changes ?? [],
    record: recordId !== null && title !== null ? { id: recordId, label: title } : null,
    matches: (matches?.matches ?? []).filter(({ id }) => seen?.includes(id)),
    hidden: matches?.hidden ?? [],
    sameAs: matches?.sameAs ?? [],
  }
}

type Item = { number?: string; address?: string }
const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const { number, address } = value as Item
  return number ?? address ?? JSON.stringify(value)
}
