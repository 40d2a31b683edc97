/** Taking an import back, the last row first: what it made goes into the trash, what it changed gets its former values. */
import type { Ctx, Tx } from '../../../ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../events/record.ts'
import { Refusal } from '../../../http/problems.ts'
import { atThisMoment } from '../../../jobs/job-ctx.ts'
import { readRecords } from '../../../records/find.ts'
import { stamp } from '../../../records/versions.ts'
import { importerOf } from '../importers/importers.ts'
import type { StoredImport } from '../imports.queries.ts'
import { lockImport } from './batches.queries.ts'
import type { Importer, Values } from './importer.ts'

const BATCH = 100

type Row = {
  rowNo: number
  outcome: 'created' | 'updated'
  recordId: string
  before: { version: number; values: Values } | null
}

export const undoImport = async (ctx: Ctx, { id }: StoredImport): Promise<void> => {
  while (await transact(atThisMoment(ctx), (tx) => undoBatch(tx, id)));
}

const undoBatch = async (tx: Tx, id: string): Promise<boolean> => {
  const stored = await lockImport(tx, id, 'undoing')
  if (!stored) return false
  const rows = await tx.db.$queryRaw<Row[]>`
    select "rowNo", outcome, "recordId"::text, before from import_rows
    where "importId" = ${id}::uuid and "rowNo" < ${stored.cursor} and outcome in ('created', 'updated') order by "rowNo" desc limit ${BATCH}`
  const last = rows.at(-1)
  if (!last) return finishUndo(tx, stored)
  const importer = importerOf(stored.entity)
  const known = await readRecords<Values>(
    tx,
    importer.records,
    rows.map(({ recordId }) => recordId),
  )
  let undone = 0
  for (const row of rows) {
    if (await takeBack(tx, importer, row, known.get(row.recordId))) undone++
    else await markKept(tx, id, row.rowNo)
  }
  const counts = {
    ...stored.counts,
    undone: (stored.counts.undone ?? 0) + undone,
    kept: (stored.counts.kept ?? 0) + rows.length - undone,
  }
  await tx.db.import.update({ where: { id }, data: { cursor: last.rowNo, counts }, select: { id: true } })
  return true
}

// True when the record is as it was before. The commands decide before they write, so a refusal leaves no trace.
const takeBack = async (
  tx: Tx,
  importer: Importer,
  { outcome, recordId, before }: Row,
  known: Values | undefined,
): Promise<boolean> => {
  if (!known) return outcome === 'created' // somebody has put it into the trash already
  if (known.version !== (outcome === 'created' ? 1 : before?.version)) return false
  try {
    if (outcome === 'created') await importer.remove?.(tx, recordId)
    else await importer.update(tx, recordId, { ...before?.values, version: known.version })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const markKept = async (tx: Tx, id: string, rowNo: number): Promise<void> => {
  const problem = { column: null, target: null, code: 'import.changedSince', severity: 'warning' }
  await tx.db.$executeRaw`
    update import_rows set errors = coalesce(errors, '[]') || ${JSON.stringify([problem])}::jsonb where "importId" = ${id}::uuid and "rowNo" = ${rowNo}`
}

const finishUndo = async (tx: Tx, { id, fileName, version, counts }: StoredImport): Promise<boolean> => {
  await tx.db.import.update({ where: { id }, data: { status: 'undone', ...stamp(tx) }, select: { id: true } })
  const { undone = 0, kept = 0 } = counts
  await record(tx, {
    type: 'import.undone',
    subject: id,
    title: fileName,
    version: version + 1,
    data: { undone, kept },
  })
  return false
}
