/** What a person settles between check and run: single rows, with cells put right, or all rows of a verdict. */
import { may } from '@rapport/domain/access/actor.ts'
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

/** Corrected rows are checked again at once. Errors: 404, 403, 409 (`duplicate.certain` too), 412, 422 for a column the file has not. */
export const decideRows = (ctx: Ctx, id: string, sent: ImportDecide): Promise<ImportDetail> =>
  transact(ctx, async (tx) => {
    const stored = await openImport(tx, id)
    sameVersion(tx, stored, { version: sent.version })
    if (isBusy(stored.status)) refuse('import.running')
    if (!importPolicy.decide(tx.actor, stored)) refuse('import.state')
    const { rows = [], all } = sent
    if (stored.status === 'done') await demandFailed(tx, id, sent)
    const numbers = [...rows.map(({ rowNo }) => rowNo), ...(all ? await decideAll(tx, id, sent, all) : [])]
    await demandRows(tx, id, rows)
    await writeRows(tx, stored, sent, rows)
    await tx.db.import.update({ where: { id }, data: stamp(tx), select: { id: true } })
    const data = { rows: rows.length, ...(all && { verdict: all.verdict, decision: all.decision }) }
    await record(tx, { type: 'import.decided', subject: id, title: stored.fileName, version: stored.version + 1, data })
    await recheckRows(tx, stored, numbers)
    await demandReasons(tx, id, all ? null : numbers)
    return readImport(tx, id)
  })

// What came in stays as it is: an import that is done has only its failed rows to be put right, one by one.
const demandFailed = async (tx: Tx, importId: string, { rows = [], all }: ImportDecide): Promise<void> => {
  const numbers = rows.map(({ rowNo }) => rowNo)
  const others = await tx.db.importRow.count({
    where: { importId, rowNo: { in: numbers }, OR: [{ outcome: null }, { outcome: { not: 'failed' } }] },
  })
  if (all || others > 0) refuse('import.state')
}

// So many rows decided at once are judged anew within the request; of more the decision is kept, and counts in the run.
const JUDGED_AT_ONCE = 500

type All = NonNullable<ImportDecide['all']>

const decideAll = async (tx: Tx, importId: string, sent: ImportDecide, all: All): Promise<number[]> => {
  const { verdict, level, decision } = all
  const meant = { importId, verdict, ...(level && { level }) }
  const data = { decision, ...(decision === 'create' && sent.reason && { reason: sent.reason }) }
  const numbers = await tx.db.importRow.findMany({ where: meant, select: { rowNo: true }, take: JUDGED_AT_ONCE + 1 })
  await tx.db.importRow.updateMany({ where: meant, data })
  return numbers.length > JUDGED_AT_ONCE ? [] : numbers.map(({ rowNo }) => rowNo)
}

// What certainly is there is created by who may, for a reason; null: any row.
const demandReasons = async (tx: Tx, importId: string, numbers: number[] | null): Promise<void> => {
  const mayOverride = may(tx.actor, 'duplicate.override')
  const bare = await tx.db.importRow.findMany({
    where: {
      importId,
      level: 'certain',
      decision: 'create',
      ...(mayOverride ? { reason: null } : {}),
      ...(numbers && { rowNo: { in: numbers } }),
    },
    select: { rowNo: true },
    orderBy: { rowNo: 'asc' },
    take: 20,
  })
  if (bare.length === 0) return
  refuse('duplicate.certain', { matches: [], hidden: [], mayOverride, rows: bare.map(({ rowNo }) => rowNo) })
}

const demandRows = async (tx: Tx, importId: string, rows: Rows): Promise<void> => {
  const numbers = rows.map(({ rowNo }) => rowNo)
  const known = await tx.db.importRow.count({ where: { importId, rowNo: { in: numbers } } })
  if (known !== new Set(numbers).size || known !== numbers.length)
    refuse('request.malformed', {}, [{ path: 'rows', code: 'field.invalid' }])
  const chosen = rows.flatMap(({ rowNo, recordId }) => (recordId === undefined ? [] : [{ rowNo, recordId }]))
  const [wrong] = await tx.db.$queryRaw<{ rowNo: number }[]>`
    select one."rowNo" from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as one("rowNo" int, "recordId" uuid)
      join import_rows r on r."importId" = ${importId}::uuid and r."rowNo" = one."rowNo"
    where r."recordId" is distinct from one."recordId"
      and (r.matches->'matches' @> jsonb_build_array(jsonb_build_object('id', one."recordId"::text))) is not true limit 1`
  if (!wrong) return
  const at = rows.findIndex(({ rowNo }) => rowNo === wrong.rowNo)
  refuse('request.malformed', {}, [{ path: `rows.${at}.recordId`, code: 'field.invalid' }])
}

// A cell put right stands in the row as if the file had said so.
const writeRows = async (tx: Tx, { id, headers }: StoredImport, sent: ImportDecide, rows: Rows): Promise<void> => {
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
  const decided = rows.flatMap(({ rowNo, decision, recordId = null }) =>
    decision === undefined ? [] : [{ rowNo, decision, recordId }],
  )
  await tx.db.$executeRaw`
    update import_rows r set decision = u.decision, "chosenId" = u."recordId",
      reason = case when u.decision = 'create' then coalesce(${sent.reason ?? null}, r.reason) end
    from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as u("rowNo" int, decision text, "recordId" uuid)
    where r."importId" = ${id}::uuid and r."rowNo" = u."rowNo"`
  await tx.db.$executeRaw`
    update import_rows r set raw = (
      select jsonb_agg(coalesce(to_jsonb(fix.value), cell.value, '""') order by place.at)
      from generate_series(0, greatest(jsonb_array_length(r.raw), ${headers.length}::int) - 1) as place(at)
      left join jsonb_array_elements(r.raw) with ordinality as cell(value, ord) on cell.ord = place.at + 1
      left join jsonb_to_recordset(${JSON.stringify(fixes)}::jsonb) as fix("rowNo" int, at int, value text) on fix."rowNo" = r."rowNo" and fix.at = place.at)
    where r."importId" = ${id}::uuid and r."rowNo" = any(${[...new Set(fixes.map(({ rowNo }) => rowNo))]}::int[])`
}
