/** What a person settles between check and run: single rows, with cells put right, or all rows of a verdict. */
import type { ImportDecide, ImportDetail } from '@rapport/domain/features/imports/imports.ts'
import { importPolicy, isBusy } from '@rapport/domain/features/imports/imports.policy.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { recheckRows } from './batch/check.commands.ts'
import { openImport } from './imports.commands.ts'
import { readImport, type StoredImport } from './imports.queries.ts'

type Rows = NonNullable<ImportDecide['rows']>

/** Corrected rows are checked again at once. Errors: 404, 403, 409, 412, 422 for a column the file has not. */
export const decideRows = (ctx: Ctx, id: string, sent: ImportDecide): Promise<ImportDetail> =>
  transact(ctx, async (tx) => {
    const stored = await openImport(tx, id)
    sameVersion(tx, stored, { version: sent.version })
    if (isBusy(stored.status)) refuse('import.running')
    if (!importPolicy.decide(tx.actor, stored)) refuse('import.state')
    const { rows = [], all } = sent
    if (all)
      await tx.db.importRow.updateMany({
        where: { importId: id, verdict: all.verdict },
        data: { decision: all.decision },
      })
    await demandRows(tx, id, rows)
    await writeRows(tx, stored, rows)
    await tx.db.import.update({ where: { id }, data: stamp(tx), select: { id: true } })
    const data = { rows: rows.length, ...(all && { verdict: all.verdict, decision: all.decision }) }
    await record(tx, { type: 'import.decided', subject: id, title: stored.fileName, version: stored.version + 1, data })
    if (rows.length > 0)
      await recheckRows(
        tx,
        stored,
        rows.map(({ rowNo }) => rowNo),
      )
    return readImport(tx, id)
  })

const demandRows = async (tx: Tx, importId: string, rows: Rows): Promise<void> => {
  const numbers = rows.map(({ rowNo }) => rowNo)
  const known = await tx.db.importRow.count({ where: { importId, rowNo: { in: numbers } } })
  if (known !== new Set(numbers).size || known !== numbers.length)
    refuse('request.malformed', {}, [{ path: 'rows', code: 'field.invalid' }])
}

// A cell put right stands in the row as if the file had said so.
const writeRows = async (tx: Tx, { id, headers }: StoredImport, rows: Rows): Promise<void> => {
  const fixes = rows.flatMap(({ rowNo, cells = [] }, row) =>
    cells.map(({ column, value }, cell) => {
      const at = headers.indexOf(column)
      if (at < 0)
        refuse('import.columns', {}, [
          { path: `rows.${row}.cells.${cell}.column`, code: 'import.column', params: { column } },
        ])
      return { rowNo, at, value }
    }),
  )
  const decided = rows.flatMap(({ rowNo, decision }) => (decision === undefined ? [] : [{ rowNo, decision }]))
  await tx.db.$executeRaw`
    update import_rows r set decision = u.decision from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as u("rowNo" int, decision text)
    where r."importId" = ${id}::uuid and r."rowNo" = u."rowNo"`
  await tx.db.$executeRaw`
    update import_rows r set raw = (
      select jsonb_agg(coalesce(to_jsonb(fix.value), cell.value, '""') order by place.at)
      from generate_series(0, greatest(jsonb_array_length(r.raw), ${headers.length}::int) - 1) as place(at)
      left join jsonb_array_elements(r.raw) with ordinality as cell(value, ord) on cell.ord = place.at + 1
      left join jsonb_to_recordset(${JSON.stringify(fixes)}::jsonb) as fix("rowNo" int, at int, value text) on fix."rowNo" = r."rowNo" and fix.at = place.at)
    where r."importId" = ${id}::uuid and r."rowNo" = any(${[...new Set(fixes.map(({ rowNo }) => rowNo))]}::int[])`
}
