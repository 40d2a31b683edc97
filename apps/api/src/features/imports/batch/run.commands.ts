/**
 * Bringing the rows in, batch by batch: the records, their events, what became of each row and how far the import has come
 * commit together. Whoever goes on after a crash begins where the last commit ended.
 */
import type { Ctx, Tx } from '../../../ctx.ts'
import { sqlStateOf } from '../../../db/sql-state.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../events/record.ts'
import { Refusal } from '../../../http/problems.ts'
import { atThisMoment } from '../../../jobs/job-ctx.ts'
import { leaveWords, sortingWords } from '../../../records/search-words.ts'
import { stamp } from '../../../records/versions.ts'
import { importerOf } from '../importers/importers.ts'
import type { StoredImport } from '../imports.queries.ts'
import { bringIn, lookAheadOf, lookAnew, type LookAhead } from './bring-in.commands.ts'
import { lockImport, nextRows } from './batches.queries.ts'
import { countOutcomes, failRow, failWaiting, type Counts } from './outcomes.commands.ts'

const CREATES = 2_000
const CHANGES = 1_000
// Where records are changed the first batch is short, so that people soon see that it goes on.
const FIRST = 200

type Step = 'more' | 'end' | 'stopped'

export const runImport = async (ctx: Ctx, stored: StoredImport): Promise<void> => {
  const { batch, together, records } = importerOf(stored.entity)
  const full = batch ?? (stored.mode === 'create' ? CREATES : together ? CHANGES : FIRST)
  let size = stored.mode === 'create' ? full : Math.min(full, FIRST)
  const look = lookAheadOf(ctx, stored)
  const words = sortingWords(ctx, records.noun)
  for (;;) {
    const step = await tryBatch(ctx, stored.id, look, size)
    if (step === 'end') await transact(atThisMoment(ctx), (tx) => finishRun(tx, stored.id))
    if (step === 'end' || step === 'stopped') return words.end()
    if (step === 'more') await words.next(size)
    // A batch that the database refuses is taken apart until the row that it refuses stands alone.
    size = step === 'refused' ? Math.max(1, Math.floor(size / 8)) : Math.min(full, size * 8)
  }
}

const tryBatch = async (ctx: Ctx, id: string, look: LookAhead | null, size: number): Promise<Step | 'refused'> => {
  try {
    return await transact(atThisMoment(ctx), (tx) => runBatch(tx, id, look, size))
  } catch (error) {
    lookAnew(look)
    if (isTooSlow(error) && size > 1) return 'refused'
    if (!isRefusal(error)) throw error
    ctx.log.warn({ err: error, import: id, size }, 'a batch was refused')
    if (size > 1) return 'refused'
    return transact(atThisMoment(ctx), (tx) => failNext(tx, id, reasonOf(error)))
  }
}

// Constraints (23…) and values (22…) are about a row; anything else is about the world and runs again later.
const isRefusal = (error: unknown) => error instanceof Refusal || /^2[23]/.test(sqlStateOf(error) ?? '')
// The time of the transaction or of one statement was over.
const isTooSlow = (error: unknown) => (error as { code?: string }).code === 'P2028' || sqlStateOf(error) === '57014'
const reasonOf = (error: unknown) => (error instanceof Refusal ? error.code : `SQL ${sqlStateOf(error) ?? ''}`)

const runBatch = async (tx: Tx, id: string, look: LookAhead | null, size: number): Promise<Step> => {
  const stored = await lockImport(tx, id, 'running')
  if (!stored) return 'stopped'
  await leaveWords(tx)
  const brought = await bringIn(tx, look, stored, size)
  if (!brought) {
    lookAnew(look)
    return nextPass(tx, stored)
  }
  await moveOn(tx, stored, brought.last, brought.counts)
  return 'more'
}

const moveOn = async (tx: Tx, stored: StoredImport, cursor: number, more: Counts): Promise<void> => {
  const counts = { ...stored.counts }
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count
  await tx.db.import.update({ where: { id: stored.id }, data: { cursor, counts }, select: { id: true } })
}

const failNext = async (tx: Tx, id: string, reason: string): Promise<Step> => {
  const stored = await lockImport(tx, id, 'running')
  if (!stored) return 'stopped'
  const [row] = await nextRows(tx, stored, 1, true)
  if (!row) return 'end'
  await failRow(tx, id, row.rowNo, {
    column: null,
    target: null,
    code: 'import.refused',
    severity: 'error',
    params: { reason },
  })
  await moveOn(tx, stored, row.rowNo, { failed: 1 })
  return 'more'
}

// Rows that wait for others are tried again as long as that brings any of them in.
const nextPass = async (tx: Tx, stored: StoredImport): Promise<Step> => {
  const { created = 0, updated = 0, skipped = 0, failed = 0, before = -1 } = stored.counts
  const done = created + updated + skipped + failed
  if (done === stored.rowCount) return 'end'
  const isStuck = before === done
  if (isStuck) await failWaiting(tx, stored.id)
  const counts = { ...stored.counts, before: done, ...(isStuck && { failed: failed + stored.rowCount - done }) }
  await tx.db.import.update({
    where: { id: stored.id },
    data: { cursor: isStuck ? stored.cursor : 0, counts },
    select: { id: true },
  })
  return isStuck ? 'end' : 'more'
}

const finishRun = async (tx: Tx, id: string): Promise<void> => {
  const stored = await lockImport(tx, id, 'running')
  if (!stored) return
  const counts = await countOutcomes(tx, id)
  const sum = Object.values(counts).reduce((all, one) => all + one, 0)
  if (sum !== stored.rowCount) throw new Error(`import ${id} accounts for ${sum} of ${stored.rowCount} rows`)
  const data = { status: 'done', counts, finishedAt: tx.now, ...stamp(tx) }
  await tx.db.import.update({ where: { id }, data, select: { id: true } })
  const about = { subject: id, title: stored.fileName, version: stored.version + 1 }
  await record(tx, { type: 'import.finished', ...about, data: { entity: stored.entity, ...counts } })
}
