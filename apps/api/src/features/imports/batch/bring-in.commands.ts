/**
 * The rows of a batch, judged and written part by part. Once the records of one part are in, PostgreSQL still has their
 * lines, stays, events and outcomes to write; meanwhile the next part is judged. That is the same transaction on the same
 * connection, and the questions of the next part are asked after the records before it were written: it is judged against
 * what holds when its own turn comes. Two things would not hold yet, so that such parts wait for each other: changes of
 * existing records, and outcomes, for nouns whose rows refer to other rows of their file.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { sqlStateOf } from '../../../db/sql-state.ts'
import { takingTurns } from '../../../db/take-turns.ts'
import type { Importer, Judged } from './importer.ts'
import { judgeRows, type RawRow, type Seen } from './judge.ts'
import type { Counts } from './outcomes.commands.ts'
import { writeBatch } from './write-batch.commands.ts'

const PART = 500

export const bringIn = async (
  outer: Tx,
  importer: Importer,
  plan: ImportPlan,
  rows: readonly RawRow[],
): Promise<Counts> => {
  const size = importer.ahead ? PART : rows.length
  const tx = { ...outer, db: takingTurns(outer.db) }
  const seen: Seen = new Map()
  const judge = (from: number) => judgeRows(tx, importer, plan, rows.slice(from, from + size), seen)
  // The statement that comes next shall be on its way before this process has its hands full.
  const judgeSoon = (from: number) => pause().then(() => judge(from))
  const counts: Counts = {}
  let ahead: Promise<Judged[]> | null = null
  for (let from = 0; from < rows.length; from += size) {
    const judged: Judged[] = await (ahead ?? judge(from))
    ahead = null
    const lookAhead = () => {
      if (from + size < rows.length && !judged.some(({ verdict }) => verdict === 'update'))
        ahead = judgeSoon(from + size)
    }
    try {
      add(counts, await writeBatch(tx, importer, plan, judged, lookAhead))
    } catch (error) {
      throw await theFirst(error, ahead)
    }
  }
  return counts
}

// Of two strands in one transaction the one that failed second only hears that there is none any more.
const theFirst = async (error: unknown, ahead: Promise<Judged[]> | null): Promise<unknown> => {
  const [looked] = await Promise.allSettled([ahead])
  return looked.status === 'rejected' && sqlStateOf(error) === '25P02' ? looked.reason : error
}

const add = (counts: Counts, more: Counts): void => {
  for (const [name, count] of Object.entries(more) as [keyof Counts, number][])
    counts[name] = (counts[name] ?? 0) + count
}
