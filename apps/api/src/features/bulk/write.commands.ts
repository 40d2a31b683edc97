/** Writes the values of a batch with one event for each record, and keeps what became of it. */
import type { Values } from '@rapport/domain/features/bulk/bulk.rules.ts'
import type { Tx } from '../../ctx.ts'
import { recordMany } from '../../events/record-many.ts'
import type { Change, EventInput } from '../../events/record.ts'
import { columnsOf } from '../../records/columns.ts'
import { givenRows } from '../../records/given-rows.ts'
import type { InsertTable } from '../../records/insert-rows.ts'
import { updateRows } from '../../records/update-rows.ts'
import type { BulkNoun, Written } from './bulk-noun.ts'
import type { Row } from './rows.queries.ts'

/** One record to be written: its values after, and what people call the references in both. */
export type Writing = Written & { labels: { before: Values; after: Values }; to: string; reason: string | null }

/** `also` are columns beside the fields. All of a batch get the same columns: where one keeps its value, that is written. */
export const writeBatch = async (
  tx: Tx,
  noun: BulkNoun,
  all: readonly (Writing & { also: Values })[],
): Promise<void> => {
  if (all.length === 0) return
  const names = new Set(all.flatMap(({ after }) => Object.keys(after)))
  const besides = new Set(all.flatMap(({ also }) => Object.keys(also)))
  const rows = all.map(({ row, after, also }) => {
    const values = Object.fromEntries([...names].map((name) => [name, name in after ? after[name] : row.values[name]]))
    const more = [...besides].map((name) => [name, name in also ? also[name] : row.stored[name]])
    return { id: row.id, ...columnsOf(noun.fields, values), ...Object.fromEntries(more) }
  })
  await updateRows(tx, noun.entity satisfies InsertTable, rows)
  await noun.beside?.(tx, all)
  await recordMany(
    tx,
    all.map((one) => eventOf(noun, one)),
  )
}

const eventOf = (noun: BulkNoun, { row, before, after, labels, to, reason }: Writing): EventInput => {
  const isTransfer = noun.transferred !== undefined && 'ownerId' in after
  const changes = Object.keys(after).map((field): Change => {
    const isRef = noun.fields[field]?.kind === 'ref'
    const said = { old: labels.before[field] ?? null, new: labels.after[field] ?? null }
    return {
      field,
      old: before[field] ?? null,
      new: after[field] ?? null,
      ...(isRef && { labels: said }),
    }
  })
  return {
    type: (isTransfer ? noun.transferred : noun.toldAs?.(after)) ?? noun.updated,
    subject: row.id,
    customerId: row.stored.customerId as string | null,
    title: String(row.stored.title ?? ''),
    version: row.version + 1,
    changes,
    reason,
    ...(isTransfer && { data: { to } }),
  }
}

export type Outcome = {
  rowNo: number
  outcome: 'changed' | 'unchanged' | 'failed' | 'undone' | 'kept'
  code: string | null
  params: object | null
  /** Values and labels, as they go into the row. */
  before: object | null
  after: object | null
}

export const outcomeOf = (rowNo: number, outcome: Outcome['outcome'], code: string | null = null): Outcome => ({
  rowNo,
  outcome,
  code,
  params: null,
  before: null,
  after: null,
})

/** With `keep` what the row held before and after stays as it is, as it does when a change is taken back. */
export const keepOutcomes = async (tx: Tx, jobId: string, all: readonly Outcome[], keep = false): Promise<void> => {
  if (all.length === 0) return
  const given = givenRows([
    { name: 'rowNo', type: 'int', values: all.map(({ rowNo }) => rowNo) },
    { name: 'outcome', type: 'text', values: all.map(({ outcome }) => outcome) },
    { name: 'code', type: 'text', values: all.map(({ code }) => code) },
    { name: 'params', type: 'jsonb', values: all.map(({ params }) => params) },
    { name: 'before', type: 'jsonb', values: all.map(({ before }) => before) },
    { name: 'after', type: 'jsonb', values: all.map(({ after }) => after) },
  ])
  await tx.db.$executeRaw`
    update job_rows kept set outcome = given.outcome, code = given.code, params = given.params,
      before = case when ${keep} then kept.before else given.before end, after = case when ${keep} then kept.after else given.after end
    from ${given} given where kept."jobId" = ${jobId}::uuid and kept."rowNo" = given."rowNo"`
}

/** What a row holds for the way back. */
export type Kept = { values: Values; labels: Values }
export const keptOf = (row: Row, before: Values, also: Values): Kept => ({
  values: { ...before, ...Object.fromEntries(Object.keys(also).map((name) => [name, row.stored[name] ?? null])) },
  labels: row.labels,
})
