/** Taking an import back, the last row first: what it made goes into the trash, what it changed gets its former values. */
import { decideUndo } from '@rapport/domain/features/imports/decide-undo.ts'
import type { RowProblem } from '@rapport/domain/features/imports/row-problems.ts'
import type { Ctx, Tx } from '../../../ctx.ts'
import { sqlStateOf } from '../../../db/sql-state.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../events/record.ts'
import { Refusal } from '../../../http/problems.ts'
import { atThisMoment } from '../../../jobs/job-ctx.ts'
import { readRecords } from '../../../records/find.ts'
import { givenRows } from '../../../records/given-rows.ts'
import { stamp } from '../../../records/versions.ts'
import { importerOf } from '../importers/importers.ts'
import type { StoredImport } from '../imports.queries.ts'
import { lockImport } from './batches.queries.ts'
import type { Importer, Values } from './importer.ts'
import { rowsToUndo, type UndoRow } from './undo-rows.queries.ts'

const BATCH = 100

type Undone = { rowNo: number; undo: 'undone' | 'kept'; problem: RowProblem | null }
type Work = (tx: Tx, importer: Importer, rows: readonly UndoRow[]) => Promise<Undone[]>

export const undoImport = async (ctx: Ctx, { id }: StoredImport): Promise<void> => {
  const step = (size: number, work: Work) => transact(atThisMoment(ctx), (tx) => undoBatch(tx, id, size, work))
  const one = () =>
    step(1, takeBackAll).catch((error: unknown) => {
      if (!isAboutRows(error)) throw error
      ctx.log.warn({ err: error, import: id }, 'a row could not be taken back')
      return step(1, keepAll(error))
    })
  for (let isMore = true; isMore;) {
    isMore = await step(BATCH, takeBackAll).catch((error: unknown) => {
      if (!isAboutRows(error)) throw error
      return one()
    })
  }
}

// Constraints (23…) and values (22…) are about a row, and a batch may be too large for its time; all else is about the world.
const isAboutRows = (error: unknown) =>
  (error as { code?: string }).code === 'P2028' || /^2[23]|^57014$/.test(sqlStateOf(error) ?? '')

const keepAll =
  (error: unknown): Work =>
  async (_tx, _importer, rows) =>
    rows.map(({ rowNo }) => keptRow(rowNo, 'import.refused', { reason: `SQL ${sqlStateOf(error) ?? ''}` }))

const undoBatch = async (tx: Tx, id: string, size: number, work: Work): Promise<boolean> => {
  const stored = await lockImport(tx, id, 'undoing')
  if (!stored) return false
  const rows = await rowsToUndo(tx, stored, size)
  const last = rows.at(-1)
  if (!last) return finishUndo(tx, stored)
  const done = await work(tx, importerOf(stored.entity), firstOfEach(rows))
  await keepUndone(tx, id, done)
  const undone = done.filter(({ undo }) => undo === 'undone').length
  const { undone: before = 0, kept = 0 } = stored.counts
  const counts = { ...stored.counts, undone: before + undone, kept: kept + done.length - undone }
  const cursor = done.at(-1)?.rowNo ?? last.rowNo
  await tx.db.import.update({ where: { id }, data: { cursor, counts }, select: { id: true } })
  return true
}

// Rows of one record are taken back in different batches: the second needs to know what became of the first.
const firstOfEach = (rows: readonly UndoRow[]): UndoRow[] => {
  const seen = new Set<string>()
  const end = rows.findIndex(({ recordId }) => seen.size === seen.add(recordId).size)
  return end < 0 ? [...rows] : rows.slice(0, end)
}

const takeBackAll: Work = async (tx, importer, rows) => {
  const ids = rows.map(({ recordId }) => recordId)
  const known = await readRecords<Values>(tx, importer.records, ids)
  const done: Undone[] = []
  for (const row of rows) done.push(await takeBack(tx, importer, row, known.get(row.recordId)))
  return done
}

// The commands decide before they write, so a refusal leaves no trace.
const takeBack = async (tx: Tx, importer: Importer, row: UndoRow, known: Values | undefined): Promise<Undone> => {
  const { act, values, code, since } = decideUndo(importer.records.fields, known, row)
  try {
    if (act === 'remove') await importer.remove?.(tx, row.recordId)
    if (act === 'restore') await importer.update(tx, row.recordId, { ...values, version: known?.version })
    return code === null ? { rowNo: row.rowNo, undo: 'undone', problem: null } : keptRow(row.rowNo, code, { since })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 503) throw error
    const why = (act === 'remove' ? ofRemovals : ofChanges)[error.code]
    return keptRow(row.rowNo, why ?? 'import.refused', { reason: error.code })
  }
}

const ofRemovals: Partial<Record<string, string>> = {
  'access.denied': 'import.notDeletable',
  'record.inUse': 'import.inUse',
  'record.notFound': 'import.gone',
}
const ofChanges: Partial<Record<string, string>> = {
  'access.denied': 'import.notEditable',
  'record.notFound': 'import.gone',
}

const keptRow = (rowNo: number, code: string, params: object): Undone => ({
  rowNo,
  undo: 'kept',
  problem: { column: null, target: null, code, severity: 'warning', params: { ...params } },
})

const keepUndone = async (tx: Tx, id: string, done: readonly Undone[]): Promise<void> => {
  await tx.db.$executeRaw`
    update import_rows r set undo = given.undo,
      errors = case when given.problem is null then r.errors else coalesce(r.errors, '[]') || given.problem end
    from ${givenRows([
      { name: 'rowNo', type: 'int', values: done.map(({ rowNo }) => rowNo) },
      { name: 'undo', type: 'text', values: done.map(({ undo }) => undo) },
      { name: 'problem', type: 'jsonb', values: done.map(({ problem }) => problem) },
    ])} given where r."importId" = ${id}::uuid and r."rowNo" = given."rowNo"`
}

// Counted anew: an undo may have been begun before, and broken off.
const countUndone = async (tx: Tx, importId: string): Promise<{ undone: number; kept: number }> => {
  const [counted] = await tx.db.$queryRaw<{ undone: number; kept: number }[]>`
    select count(*) filter (where undo = 'undone')::int as undone, count(*) filter (where undo = 'kept')::int as kept
    from import_rows where "importId" = ${importId}::uuid`
  return counted ?? { undone: 0, kept: 0 }
}

const finishUndo = async (tx: Tx, { id, fileName, version, counts }: StoredImport): Promise<boolean> => {
  const ended = await countUndone(tx, id)
  const data = { status: 'undone', counts: { ...counts, ...ended }, ...stamp(tx) }
  await tx.db.import.update({ where: { id }, data, select: { id: true } })
  await record(tx, {
    type: 'import.undone',
    subject: id,
    title: fileName,
    version: version + 1,
    data: ended,
  })
  return false
}
