/**
 * The rows of a batch, judged and written part by part. A part is written by one long statement; meanwhile the next one is
 * judged and made ready, so that neither PostgreSQL nor we wait for the other. All of it is one transaction on one
 * connection, which answers one question after the other: what the next part asks is asked before that statement. It has not
 * seen the records of the part before then; rows of the file that stand for the same record are known by their keys.
 * Changes of existing records are no such statement: parts that make some wait for each other.
 */
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { sqlStateOf } from '../../../db/sql-state.ts'
import { takingTurns } from '../../../db/take-turns.ts'
import type { Ahead, Importer } from './importer.ts'
import { askFor, judgeAsked, judgeRows, type Asked, type RawRow, type Seen } from './judge.ts'
import type { Counts } from './outcomes.commands.ts'
import { makeBatch, writeBatch, type Made } from './write-batch.commands.ts'

// Each part costs the planning of its statement. The first is short, for nothing is being written while it is made ready.
const FIRST = 100
const PART = 500

export const bringIn = async (
  outer: Tx,
  importer: Importer,
  plan: ImportPlan,
  rows: readonly RawRow[],
): Promise<Counts> => {
  const tx = { ...outer, db: takingTurns(outer.db) }
  const ahead = importer.ahead?.(tx, plan)
  if (!ahead) return writeBatch(tx, importer, plan, await judgeRows(tx, importer, plan, rows, new Map()))
  const counts = await bringInParts(tx, importer, plan, rows, ahead)
  await ahead.end()
  return counts
}

const bringInParts = async (
  tx: Tx,
  importer: Importer,
  plan: ImportPlan,
  rows: readonly RawRow[],
  ahead: Ahead,
): Promise<Counts> => {
  const seen: Seen = new Map()
  const ask = async (part: readonly RawRow[]): Promise<Asked> => {
    const [asked] = await Promise.all([askFor(tx, importer, plan, part), ahead.ask(part.length)])
    return asked
  }
  const make = async (asked: Asked): Promise<Made> =>
    makeBatch(tx, importer, plan, await judgeAsked(tx, importer, plan, asked, seen), ahead)
  const parts = partsOf(rows)
  const counts: Counts = {}
  let made: Made | null = null
  for (const [at, part] of parts.entries()) {
    const present: Made = made ?? (await make(await ask(part)))
    made = null
    const next = parts[at + 1]
    const asked = next && !present.changesRecords ? await ask(next) : null
    let coming: Promise<Made> | null = null
    const lookAhead = () => {
      coming = asked && make(asked)
      coming?.catch(() => undefined) // heard of where it is awaited
    }
    try {
      add(counts, await present.write(lookAhead))
    } catch (error) {
      throw await theFirst(error, coming)
    }
    made = await (coming ?? (asked && make(asked)))
  }
  return counts
}

const partsOf = (rows: readonly RawRow[]): RawRow[][] => {
  const parts = [rows.slice(0, FIRST)]
  for (let at = FIRST; at < rows.length; at += PART) parts.push(rows.slice(at, at + PART))
  return parts
}

// Of two strands in one transaction the one that failed second only hears that there is none any more.
const theFirst = async (error: unknown, ahead: Promise<unknown> | null): Promise<unknown> => {
  const [looked] = await Promise.allSettled([ahead])
  return looked.status === 'rejected' && sqlStateOf(error) === '25P02' ? looked.reason : error
}

const add = (counts: Counts, more: Counts): void => {
  for (const [name, count] of Object.entries(more) as [keyof Counts, number][])
    counts[name] = (counts[name] ?? 0) + count
}
