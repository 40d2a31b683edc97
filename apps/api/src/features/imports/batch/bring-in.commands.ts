/**
 * The rows of a batch, judged and written part by part. A part is written by one long statement; meanwhile the next one is
 * judged and made ready with what another connection says, so that neither PostgreSQL nor we wait for the other. The next
 * part may be the first of the next batch, whose transaction has not begun: it gets the numbers that come after those of
 * this one, and is made anew should they have gone to somebody else.
 *
 * That other connection does not see the part that is being written; rows of the file that stand for the same record are
 * known by their keys. Nor would it see changes of existing records: a part that makes some is judged in its transaction, and
 * ends it. So does one whose pipeline was published anew since it was made ready.
 */
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Ctx, Tx } from '../../../ctx.ts'
import { takingTurns } from '../../../db/take-turns.ts'
import { atThisMoment } from '../../../jobs/job-ctx.ts'
import { importerOf } from '../importers/importers.ts'
import { planFor, type StoredImport } from '../imports.queries.ts'
import { nextRows } from './batches.queries.ts'
import type { Ahead, Importer, Judged, Stock } from './importer.ts'
import { judgeRows, type RawRow, type Seen } from './judge.ts'
import type { Counts } from './outcomes.commands.ts'
import { inTime, roundsOf } from './rounds.ts'
import { makeBatch, writeBatch, type Made } from './write-batch.commands.ts'

// Each part costs the planning of its statement. The first is short, for nothing is being written while it is made ready.
const FIRST = 100
const PART = 1_000

/** What an import keeps from one batch to the next. */
export type LookAhead = {
  ahead: Ahead
  readerNow: () => Tx
  seen: Seen
  coming: Coming | null
}
/** The batch after this row, whose transaction has not begun; null inside where it could not be made ready. */
type Coming = { after: number; ready: Promise<Ready | null> }
type Ready = { plan: ImportPlan; rows: readonly RawRow[]; first: Part | null }
type Part = { rows: readonly RawRow[]; judged: readonly Judged[]; numbers: readonly string[]; made: Made | null }
type Batch = { tx: Tx; look: LookAhead; stored: StoredImport; plan: ImportPlan; stock: Stock }

/** Null where rows cannot be made ready before the ones in front of them are written. */
export const lookAheadOf = (ctx: Ctx, stored: StoredImport): LookAhead | null => {
  const { ahead } = importerOf(stored.entity)
  if (!ahead?.isFor(planFor(ctx.actor, stored))) return null
  const db = takingTurns(ctx.services.prisma)
  const readerNow = (): Tx => ({ ...atThisMoment(ctx), db, subject: null })
  return { ahead, readerNow, seen: new Map(), coming: null }
}

/** Forgets what was looked at: after a batch that did not come to its end, and before rows are gone through again. */
export const lookAnew = (look: LookAhead | null): void => {
  if (look) Object.assign(look, { seen: new Map(), coming: null })
}

export type Brought = { last: number; counts: Counts }

/** Brings in up to `size` rows after the import's cursor; null when none is left. */
export const bringIn = async (
  tx: Tx,
  look: LookAhead | null,
  stored: StoredImport,
  size: number,
): Promise<Brought | null> => {
  const known = look?.coming?.after === stored.cursor ? await look.coming.ready : null
  const rows = known?.rows ?? (await nextRows(tx, stored, size, true))
  const last = rows.at(-1)
  if (!last) return null
  const plan = known?.plan ?? planFor(tx.actor, stored)
  if (!look) return judgeAndWrite(tx, stored, plan, rows, new Map())
  const stock = await look.ahead.stock(tx, rows.length + PART)
  const batch = { tx, look, stored, plan, stock }
  const first = known?.first
    ? await numbered(batch, known.first)
    : await prepare(batch, rows.slice(0, FIRST), look.seen)
  const brought = await bringInParts(batch, rows, first, size)
  await stock.giveBack()
  return brought
}

const judgeAndWrite = async (
  tx: Tx,
  { entity }: StoredImport,
  plan: ImportPlan,
  rows: readonly RawRow[],
  seen: Seen,
): Promise<Brought> => {
  const importer = importerOf(entity)
  const judged = inTime(importer, await judgeRows(tx, importer, plan, rows, seen))
  return { last: judged.at(-1)?.row.rowNo ?? 0, counts: await writeInRounds(tx, importer, plan, judged, rows, seen) }
}

const writeInRounds = async (
  tx: Tx,
  importer: Importer,
  plan: ImportPlan,
  judged: readonly Judged[],
  rows: readonly RawRow[],
  seen: Seen,
): Promise<Counts> => {
  const [first = [], ...later] = roundsOf(judged)
  const counts = await writeBatch(tx, importer, plan, first)
  for (const round of later) {
    const numbers = new Set(round.map(({ row }) => row.rowNo))
    const again = rows.filter(({ rowNo }) => numbers.has(rowNo))
    const anew = await judgeRows(tx, importer, plan, again, seen)
    add(counts, await writeInRounds(tx, importer, plan, anew, again, seen))
  }
  return counts
}

const bringInParts = async (batch: Batch, rows: readonly RawRow[], first: Part, size: number): Promise<Brought> => {
  const { tx, look, stored, plan, stock } = batch
  const counts: Counts = {}
  let part = first
  let done = 0
  for (;;) {
    done += part.rows.length
    const last = part.rows.at(-1)?.rowNo ?? stored.cursor
    if (!part.made || !(await look.ahead.hold(tx, plan))) {
      const judging = part.made ? planFor(tx.actor, stored) : plan
      await stock.giveBack() // it takes numbers of its own
      const brought = await judgeAndWrite(tx, stored, judging, part.rows, look.seen)
      add(counts, brought.counts)
      return { last: brought.last, counts }
    }
    stock.take(part.made.taken)
    const next = rows.slice(done, done + PART)
    let coming: Promise<Part> | null = null
    const lookFurther = () => {
      if (next.length === 0) look.coming = { after: last, ready: prepareBatch(batch, last, size).catch(() => null) }
      else coming = prepare(batch, next, look.seen)
      coming?.catch(() => undefined) // heard of where it is awaited
    }
    add(counts, await part.made.write(tx, lookFurther))
    if (next.length === 0) return { last, counts }
    part = await (coming ?? prepare(batch, next, look.seen))
  }
}

type Preparing = Pick<Batch, 'look' | 'stored' | 'plan' | 'stock'>

const prepare = async (
  { look, stored, plan, stock }: Preparing,
  rows: readonly RawRow[],
  seen: Seen,
): Promise<Part> => {
  const numbers = [...stock.rest()]
  const reader = look.readerNow()
  const judged = await judgeRows(reader, importerOf(stored.entity), plan, rows, seen)
  return { rows, judged, numbers, made: await makeBatch(reader, look.ahead, plan, judged, numbers) }
}

// What goes wrong here is met again, and told, by the batch itself.
const prepareBatch = async ({ look, stored, stock }: Batch, after: number, size: number): Promise<Ready> => {
  const { seen } = look
  const numbers = [...stock.rest()]
  const reader = look.readerNow()
  const plan = planFor(reader.actor, stored)
  const rows = await nextRows(reader, { ...stored, cursor: after }, size, true)
  const coming = { look, stored, plan, stock: { ...stock, rest: () => numbers } }
  const first = rows.length > 0 ? await prepare(coming, rows.slice(0, PART), seen) : null
  return { plan, rows, first }
}

// The numbers it was made with were those to be expected.
const numbered = async ({ look, plan, stock }: Batch, part: Part): Promise<Part> => {
  const numbers = [...stock.rest()]
  const { taken = 0 } = part.made ?? {}
  if (part.numbers.slice(0, taken).every((number, at) => number === numbers[at])) return part
  return { ...part, numbers, made: await makeBatch(look.readerNow(), look.ahead, plan, part.judged, numbers) }
}

const add = (counts: Counts, more: Counts): void => {
  for (const [name, count] of Object.entries(more) as [keyof Counts, number][])
    counts[name] = (counts[name] ?? 0) + count
}
