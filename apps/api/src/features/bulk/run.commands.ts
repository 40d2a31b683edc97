/**
 * Changing the records, batch by batch: the values, their events, what became of each record and how far the job has come
 * commit together. Whoever goes on after a crash begins where the last commit ended.
 */
import type { Ctx, Tx } from '../../ctx.ts'
import { sqlStateOf } from '../../db/sql-state.ts'
import { transact } from '../../db/transact.ts'
import { Refusal } from '../../http/problems.ts'
import { atThisMoment } from '../../jobs/job-ctx.ts'
import { leaveWords, sortingWords } from '../../records/search-words.ts'
import { endJob, moveOn } from '../jobs/jobs.commands.ts'
import { lockJob, type StoredJob } from '../jobs/jobs.queries.ts'
import type { BulkNoun } from './bulk-noun.ts'
import { changeRows } from './change-rows.commands.ts'
import { nouns } from './nouns.ts'
import { removeRows } from './remove-rows.commands.ts'
import { undoRows } from './undo-rows.commands.ts'
import { keepOutcomes, outcomeOf, type Outcome } from './write.commands.ts'
import type { BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'

/** A row of the job that waits for its turn. */
export type Waiting = { rowNo: number; recordId: string; version: number; before: unknown; after: unknown }
export type Batch = { tx: Tx; noun: BulkNoun; job: StoredJob; rows: readonly Waiting[] }

const TOGETHER = 1_000
// Deleting goes through the command of the noun, one by one, and a transaction must not last.
const ONE_BY_ONE = 50

export const runBulk = (ctx: Ctx, job: StoredJob): Promise<void> =>
  walk(ctx, job, {
    state: 'running',
    size: job.action === 'delete' ? ONE_BY_ONE : TOGETHER,
    next: (tx, { id, cursor }, size) => tx.db.$queryRaw<Waiting[]>`
      select "rowNo", "recordId"::text, version, before, after from job_rows
      where "jobId" = ${id}::uuid and "rowNo" > ${cursor} order by "rowNo" limit ${size}`,
    work: job.action === 'delete' ? removeRows : changeRows,
    refused: 'failed',
    end: (tx, { changed, unchanged, failed, ...stored }) =>
      endJob(
        tx,
        { changed, unchanged, failed, ...stored },
        {
          state: 'done',
          type: 'bulk.finished',
          told: { changed, unchanged, failed },
        },
      ),
  })

/** Taking it back, the last record first; what others have changed since is left alone and listed. */
export const undoBulk = (ctx: Ctx, job: StoredJob): Promise<void> =>
  walk(ctx, job, {
    state: 'undoing',
    size: job.action === 'delete' ? ONE_BY_ONE : TOGETHER,
    next: (tx, { id, cursor }, size) => tx.db.$queryRaw<Waiting[]>`
      select "rowNo", "recordId"::text, version, before, after from job_rows
      where "jobId" = ${id}::uuid and "rowNo" < ${cursor} and outcome = 'changed' order by "rowNo" desc limit ${size}`,
    work: undoRows,
    refused: 'kept',
    end: (tx, { undone, kept, ...stored }) =>
      endJob(tx, { undone, kept, ...stored }, { state: 'undone', type: 'bulk.undone', told: { undone, kept } }),
  })

type Walk = {
  state: StoredJob['state']
  size: number
  next: (tx: Tx, job: StoredJob, size: number) => Promise<Waiting[]>
  work: (batch: Batch) => Promise<Outcome[]>
  /** What becomes of a record that the database refuses. */
  refused: 'failed' | 'kept'
  end: (tx: Tx, job: StoredJob) => Promise<void>
}

type Step = 'more' | 'end' | 'refused'

const walk = async (ctx: Ctx, job: StoredJob, how: Walk): Promise<void> => {
  const words = sortingWords(ctx, job.entity)
  let size = how.size
  for (;;) {
    const step = await tryBatch(ctx, job.id, how, size)
    if (step === 'end') return words.end()
    if (step === 'more') await words.next(size)
    // A batch that the database refuses is taken apart until the record it refuses stands alone.
    size = step === 'refused' ? Math.max(1, Math.floor(size / 8)) : Math.min(how.size, size * 8)
  }
}

const tryBatch = async (ctx: Ctx, id: string, how: Walk, size: number): Promise<Step> => {
  try {
    return await transact(atThisMoment(ctx), (tx) => oneBatch(tx, id, how, size))
  } catch (error) {
    if (!isAboutRows(error)) throw error
    ctx.log.warn({ err: error, job: id, size }, 'a batch was refused')
    if (size > 1) return 'refused'
    const refuseAll = async ({ rows }: Batch) => rows.map(({ rowNo }) => outcomeOf(rowNo, how.refused, 'bulk.refused'))
    return transact(atThisMoment(ctx), (tx) => oneBatch(tx, id, { ...how, work: refuseAll }, 1))
  }
}

// Constraints (23…) and values (22…) are about a row, and a batch may be too large for its time; all else is about the world.
const isAboutRows = (error: unknown) =>
  (error instanceof Refusal && error.status !== 503) ||
  (error as { code?: string }).code === 'P2028' ||
  /^2[23]|^57014$/.test(sqlStateOf(error) ?? '')

const oneBatch = async (tx: Tx, id: string, how: Walk, size: number): Promise<Step> => {
  const job = await lockJob(tx, id, how.state)
  if (!job) return 'end'
  const rows = await how.next(tx, job, size)
  const last = rows.at(-1)
  if (!last) {
    await how.end(tx, job)
    return 'end'
  }
  await leaveWords(tx)
  const outcomes = await how.work({ tx, noun: nouns[job.entity as BulkEntity], job, rows })
  await keepOutcomes(tx, id, outcomes, how.state === 'undoing')
  await moveOn(tx, job, last.rowNo, countsOf(outcomes))
  return 'more'
}

const countsOf = (outcomes: readonly Outcome[]): Partial<Record<Outcome['outcome'], number>> => {
  const counts: Partial<Record<Outcome['outcome'], number>> = {}
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
