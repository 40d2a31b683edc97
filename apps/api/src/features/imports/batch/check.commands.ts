/** The dry run: every row judged, none written. Begun anew when it was interrupted. */
import type { Ctx, Tx } from '../../../ctx.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../events/record.ts'
import { atThisMoment } from '../../../jobs/job-ctx.ts'
import { stamp } from '../../../records/versions.ts'
import { importerOf } from '../importers/importers.ts'
import { planFor, type StoredImport } from '../imports.queries.ts'
import { keepMatches } from '../duplicates/matches.commands.ts'
import { rowsBefore } from '../duplicates/choices.queries.ts'
import { lockImport, nextRows, rowsByNumber } from './batches.queries.ts'
import { judgeRows, type Seen } from './judge.ts'
import { loadRows } from './load-rows.commands.ts'
import { summarise } from './summary.queries.ts'
import { writeVerdicts } from './verdicts.commands.ts'

const BATCH = 500 // all of them are in memory at a time

export const checkImport = async (ctx: Ctx, stored: StoredImport): Promise<void> => {
  await loadRows(ctx, stored)
  const seen: Seen = new Map()
  let cursor = 0
  for (;;) {
    const reached = await transact(atThisMoment(ctx), (tx) => checkBatch(tx, stored.id, cursor, seen))
    if (reached === null) return
    if (reached === cursor) break
    cursor = reached
  }
  await transact(atThisMoment(ctx), (tx) => finishCheck(tx, stored.id))
}

const checkBatch = async (tx: Tx, id: string, cursor: number, seen: Seen): Promise<number | null> => {
  const stored = await lockImport(tx, id, 'checking')
  if (!stored) return null
  const rows = await nextRows(tx, { ...stored, cursor }, BATCH, false)
  const last = rows.at(-1)
  if (!last) return cursor
  const importer = importerOf(stored.entity)
  const judged = await judgeRows(tx, importer, planFor(tx.actor, stored), rows, seen)
  await writeVerdicts(tx, id, judged)
  if (importer.recognised) await keepMatches(tx, id, judged)
  await tx.db.import.update({ where: { id }, data: { cursor: last.rowNo }, select: { id: true } })
  return last.rowNo
}

const finishCheck = async (tx: Tx, id: string): Promise<void> => {
  const stored = await lockImport(tx, id, 'checking')
  if (!stored) return
  const summary = await summarise(tx, stored)
  await tx.db.import.update({
    where: { id },
    data: { status: 'dryRun', ...summary, ...stamp(tx) },
    select: { id: true },
  })
  await record(tx, {
    type: 'import.checked',
    subject: id,
    title: stored.fileName,
    version: stored.version + 1,
    data: summary.checked,
  })
}

/** Judges single rows again, after their cells or decisions changed, and counts anew. */
export const recheckRows = async (tx: Tx, stored: StoredImport, numbers: readonly number[]): Promise<void> => {
  if (numbers.length > 0) await judgeAgain(tx, stored, numbers)
  await tx.db.import.update({ where: { id: stored.id }, data: await summarise(tx, stored), select: { id: true } })
}

const judgeAgain = async (tx: Tx, stored: StoredImport, numbers: readonly number[]): Promise<void> => {
  const importer = importerOf(stored.entity)
  // Beside the rows before them that they may be, or they would be called new.
  const earlier = importer.recognised ? await rowsBefore(tx, stored.id, numbers) : []
  const rows = await rowsByNumber(tx, stored.id, [...new Set([...numbers, ...earlier])])
  const all = await judgeRows(tx, importer, planFor(tx.actor, stored), rows, new Map())
  const judged = all.filter(({ row }) => numbers.includes(row.rowNo))
  await writeVerdicts(tx, stored.id, judged)
  if (importer.recognised) await keepMatches(tx, stored.id, judged)
}
