/** A batch of records gets back what a bulk change took from it. */
import { decideUndo, type Values } from '@rapport/domain/features/bulk/bulk.rules.ts'
import type { Tx } from '../../ctx.ts'
import { restoreRows } from './remove-rows.commands.ts'
import { readRows, type Row } from './rows.queries.ts'
import type { Batch, Waiting } from './run.commands.ts'
import { verbOf } from './wanted.commands.ts'
import { outcomeOf, writeBatch, type Kept, type Outcome, type Writing } from './write.commands.ts'

export const undoRows = async (batch: Batch): Promise<Outcome[]> => {
  const { tx, noun, job, rows } = batch
  if (job.action === 'delete') return restoreRows(batch)
  const names = [...new Set(rows.flatMap(({ after }) => Object.keys((after as Kept).values)))]
  const ids = rows.map(({ recordId }) => recordId)
  const found = await readRows(tx, noun, ids, names, true)
  const owners = await activeOwners(tx, rows)
  const verb = verbOf(noun, job.action)
  const writing: (Writing & { also: Values })[] = []
  const outcomes = rows.map(({ rowNo, recordId, before, after }): Outcome => {
    const row = found.get(recordId)
    const [old, ours] = [before as Kept, after as Kept]
    const seen = row ? { allowed: row.can[verb] === true, values: row.values } : null
    const { restore, code, since } = decideUndo(seen, old.values, ours.values)
    if (!row || Object.keys(restore).length === 0) return { ...outcomeOf(rowNo, 'kept', code), params: { since } }
    const owner = restore.ownerId
    if (typeof owner === 'string' && !owners.has(owner)) return outcomeOf(rowNo, 'kept', 'reference.invalid')
    const reason = (job.spec as { reason?: string }).reason ?? job.title
    const refusal = noun.refusal?.(tx, row, restore, { reason, facts: {}, isUndo: true })
    if (refusal) return outcomeOf(rowNo, 'kept', refusal)
    writing.push(backTo(row, restore, old))
    return { ...outcomeOf(rowNo, code ? 'kept' : 'undone', code), params: code ? { since } : null }
  })
  await writeBatch(tx, noun, writing)
  return outcomes
}

// What only followed from the change is no field of it.
const backTo = (row: Row, restore: Values, old: Kept): Writing & { also: Values } => {
  const isField = ([name]: [string, unknown]) => name in row.values
  const after = Object.fromEntries(Object.entries(restore).filter(isField))
  const also = Object.fromEntries(Object.entries(restore).filter((entry) => !isField(entry)))
  const before = Object.fromEntries(Object.keys(after).map((name) => [name, row.values[name]]))
  const to = typeof old.labels.ownerId === 'string' ? old.labels.ownerId : ''
  return { row, before, after, also, labels: { before: row.labels, after: old.labels }, to, reason: null }
}

// Nobody gets records back who has left meanwhile.
const activeOwners = async (tx: Tx, rows: readonly Waiting[]): Promise<Set<string>> => {
  const ids = rows.flatMap(({ before }) => {
    const { ownerId } = (before as Kept).values
    return typeof ownerId === 'string' ? [ownerId] : []
  })
  if (ids.length === 0) return new Set()
  const active = await tx.db.$queryRaw<{ id: string }[]>`
    select id from users where id = any(${[...new Set(ids)]}::uuid[]) and status = 'active' order by id for share`
  return new Set(active.map(({ id }) => id))
}
