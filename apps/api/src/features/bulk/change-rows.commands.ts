/** A batch of records gets its new values. */
import type { BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { judge, namesOf } from './judge.ts'
import { labelsOf, readRows } from './rows.queries.ts'
import type { Batch } from './run.commands.ts'
import { settle, type Asked } from './wanted.commands.ts'
import { keptOf, outcomeOf, writeBatch, type Outcome, type Writing } from './write.commands.ts'
import type { Values } from '@rapport/domain/features/bulk/bulk.rules.ts'

export const changeRows = async ({ tx, noun, job, rows }: Batch): Promise<Outcome[]> => {
  const wanted = await settle(tx, job.entity as BulkEntity, {
    ...(job.spec as Partial<Asked>),
    action: job.action as Asked['action'],
  })
  const ids = rows.map(({ recordId }) => recordId)
  const found = await readRows(tx, noun, ids, namesOf(wanted), true)
  const labels = await labelsOf(tx, noun, wanted.changes)
  const writing: (Writing & { also: Values })[] = []
  const outcomes = rows.map(({ rowNo, recordId, version }): Outcome => {
    const row = found.get(recordId)
    const verdict = judge(tx, noun, wanted, row, version)
    if (verdict.outcome === 'failed') return outcomeOf(rowNo, 'failed', verdict.code)
    if (verdict.outcome === 'unchanged' || !row) return outcomeOf(rowNo, 'unchanged')
    const { before, after } = verdict
    const also = { ...wanted.also, ...noun.followers?.(tx, row, after, wanted.facts) }
    const said = { before: row.labels, after: labels }
    writing.push({ row, before, after, also, labels: said, to: wanted.to, reason: wanted.reason ?? null })
    return { ...outcomeOf(rowNo, 'changed'), before: keptOf(row, before, also), after: { values: after, labels } }
  })
  await writeBatch(tx, noun, writing)
  return outcomes
}
