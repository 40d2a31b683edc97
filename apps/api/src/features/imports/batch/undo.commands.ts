/** Taking an import back, the last row first: what it made goes into the trash, what it changed gets its former values. */
import type { Ctx, Tx } from '../../../ctx.ts'
import { sqlStateOf } from '../../../db/sql-state.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../events/record.ts'
import { atThisMoment } from '../../../jobs/job-ctx.ts'
import { givenRows } from '../../../records/given-rows.ts'
import { leaveWords, sortingWords } from '../../../records/search-words.ts'
import { stamp } from '../../../records/versions.ts'
import { importerOf } from '../importers/importers.ts'
import type { StoredImport } from '../imports.queries.ts'
import { lockImport } from './batches.queries.ts'
import type { Importer } from './importer.ts'
import { keptRow, rowsTogether, takeBackAll, type Undone } from './take-back.commands.ts'
import { rowsToUndo, type UndoRow } from './undo-rows.queries.ts'

// The first part is short, so that people soon see that it goes on.
const FIRST = 100
const PART = 1_000

type Work = (tx: Tx, importer: Importer, rows: readonly UndoRow[]) => Promise<Undone[]>
type Step = 'more' | 'end' | 'refused'

export const undoImport = async (ctx: Ctx, { id, entity }: StoredImport): Promise<void> => {
  const words = sortingWords(ctx, importerOf(entity).records.noun)
  let size = FIRST
  for (;;) {
    const step = await tryPart(ctx, id, size)
    if (step === 'end') return words.end()
    if (step === 'more') await words.next(size)
    // A part that the database refuses is taken apart until the row it refuses stands alone.
    size = step === 'refused' ? Math.max(1, Math.floor(size / 8)) : Math.min(PART, size * 8)
  }
}

const tryPart = async (ctx: Ctx, id: string, size: number): Promise<Step> => {
  const work = (how: Work) => transact(atThisMoment(ctx), (tx) => undoPart(tx, id, size, how))
  try {
    return await work(takeBackAll)
  } catch (error) {
    if (!isAboutRows(error)) throw error
    ctx.log.warn({ err: error, import: id, size }, 'rows could not be taken back')
    return size > 1 ? 'refused' : work(keepAll(error))
  }
}

// Constraints (23…) and values (22…) are about a row, and a part may be too large for its time; all else is about the world.
const isAboutRows = (error: unknown) =>
  (error as { code?: string }).code === 'P2028' || /^2[23]|^57014$/.test(sqlStateOf(error) ?? '')

const keepAll =
  (error: unknown): Work =>
  async (_tx, _importer, rows) =>
    rows.map(({ rowNo }) => keptRow(rowNo, 'import.refused', { reason: `SQL ${sqlStateOf(error) ?? ''}` }))

const undoPart = async (tx: Tx, id: string, size: number, work: Work): Promise<Step> => {
  const stored = await lockImport(tx, id, 'undoing')
  if (!stored) return 'end'
  await leaveWords(tx)
  const rows = await rowsToUndo(tx, stored, size)
  const last = rows.at(-1)
  if (!last) return finishUndo(tx, stored)
  const importer = importerOf(stored.entity)
  const done = await work(tx, importer, rowsTogether(importer, rows))
  await keepUndone(tx, id, done)
  const undone = done.filter(({ undo }) => undo === 'undone').length
  const { undone: before = 0, kept = 0 } = stored.counts
  const counts = { ...stored.counts, undone: before + undone, kept: kept + done.length - undone }
  const cursor = done.at(-1)?.rowNo ?? last.rowNo
  await tx.db.import.update({ where: { id }, data: { cursor, counts }, select: { id: true } })
  return 'more'
}

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

const finishUndo = async (tx: Tx, { id, fileName, version, counts }: StoredImport): Promise<Step> => {
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
  return 'end'
}
