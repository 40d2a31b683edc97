/** The error file: the rows that failed, as they came, with a last column that says why. It can be corrected and sent again. */
import { Readable } from 'node:stream'
import { csvLine, csvValue, guardText, unguardText, type CsvColumn } from '@rapport/domain/csv.ts'
import { reasonHeader } from '@rapport/domain/features/imports/proposed-settings.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import { reasonsOf, type RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { FastifyReply } from 'fastify'
import type { Ctx } from '../../ctx.ts'
import { asFile } from '../../http/as-file.ts'
import { loadOwn, planFor, type StoredImport } from './imports.queries.ts'

const BATCH = 1_000

/** Before the run: the rows that would fail. Errors: 404 for an import the caller does not see, 403 for somebody else's. */
export const sendErrors = async (ctx: Ctx, id: string, reply: FastifyReply): Promise<string> => {
  const stored = await loadOwn(ctx, id)
  const name = `${stored.fileName.replace(/\.[a-z]{2,4}$/i, '')}-errors.csv`
  void asFile(reply, 'text/csv; charset=utf-8', name, 'errors.csv')
  return Readable.from(lines(ctx, stored)) as unknown as string // the text, as it is read
}

async function* lines(ctx: Ctx, stored: StoredImport): AsyncGenerator<string> {
  const { headers } = stored
  const columns = columnsOf(planFor(ctx.actor, stored))
  yield `\ufeff${csvLine([...headers.map(guardText), reasonHeader(ctx.actor.locale)])}`
  for (let after = 0; ;) {
    const rows = await failedRows(ctx, stored.id, after)
    for (const { raw, errors } of rows)
      yield lineOf(headers.length, columns, meantBy(stored, raw), errors ?? [], ctx.actor.locale)
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.rowNo
  }
}

type Row = { rowNo: number; raw: string[]; errors: RowProblem[] | null }

const failedRows = (ctx: Ctx, id: string, after: number): Promise<Row[]> =>
  ctx.db.$queryRaw<Row[]>`
    select "rowNo", raw, errors from import_rows where "importId" = ${id}::uuid and "rowNo" > ${after}
      and (outcome = 'failed' or (outcome is null and verdict = 'error')) order by "rowNo" limit ${BATCH}`

// Cells of a file that Rapport wrote are guarded already, and are not guarded twice.
const meantBy = ({ options }: StoredImport, raw: readonly string[]): readonly string[] =>
  options.exported ? raw.map(unguardText) : raw

const lineOf = (
  width: number,
  columns: ReadonlyMap<number, CsvColumn>,
  raw: readonly string[],
  errors: RowProblem[],
  locale: Actor['locale'],
) => {
  const cells = Array.from({ length: Math.max(width, raw.length) }, (_, at) =>
    csvValue(columns.get(at) ?? 'text', raw[at] ?? ''),
  )
  return csvLine([...cells, guardText(reasonsOf(errors, locale))])
}

const kinds: Partial<Record<string, CsvColumn>> = {
  int: 'number',
  decimal: 'number',
  money: 'number',
  percent: 'number',
  date: 'date',
  instant: 'date',
  boolean: 'boolean',
  phones: 'phone',
}

const columnsOf = (plan: ImportPlan): Map<number, CsvColumn> =>
  new Map(plan.columns.map(({ index, target }) => [index, kinds[target.field.kind] ?? 'text']))
