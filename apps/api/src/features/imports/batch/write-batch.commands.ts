/** Writes judged rows: new records together, then changes, everything else accounted for. */
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { changeRecords, refusedRow } from './change-rows.commands.ts'
import type { Ahead, Importer, Judged } from './importer.ts'
import { outcomesOf, writeOutcomes, type Counts, type Done } from './outcomes.commands.ts'

type Action = 'create' | 'update' | 'skip' | 'fail' | 'wait'

/** What is to be done with a row now. */
const actionOf = ({ row, verdict, decision, existing, waits, patch }: Judged): Action => {
  if (row.isBlank || decision === 'skip') return 'skip'
  if (verdict === 'error') return 'fail'
  if (waits) return 'wait'
  if (verdict === 'duplicate') return existing === null && decision === 'create' ? 'create' : 'skip'
  if (verdict === 'new') return 'create'
  if (existing === null) return 'wait' // the row it would update stands in this very batch
  return Object.keys(patch).length > 0 ? 'update' : 'skip'
}

export const writeBatch = async (
  tx: Tx,
  importer: Importer,
  plan: ImportPlan,
  judged: readonly Judged[],
): Promise<Counts> => {
  const of = byAction(judged)
  const created = of('create')
  const ids = created.length > 0 ? await importer.create(tx, plan, created) : []
  const done = [...asCreated(created, ids), ...(await change(tx, importer, of('update'))), ...leftOut(of)]
  await writeOutcomes(tx, plan.id, done)
  return countOf(done)
}

/** New records ready to be written, with how many numbers they take, and what becomes of the other rows. */
export type Made = { write: (tx: Tx, whenSent?: () => void) => Promise<Counts>; taken: number }

/** Null where rows are to be changed too: such a part is judged where it is written. */
export const makeBatch = async (
  reader: Tx,
  ahead: Ahead,
  plan: ImportPlan,
  judged: readonly Judged[],
  numbers: readonly string[],
): Promise<Made | null> => {
  const of = byAction(judged)
  const created = of('create')
  if (of('update').length > 0) return null
  const rest = leftOut(of)
  const counts = { ...countOf(rest), created: created.length }
  if (created.length === 0) return { write: (tx) => writeOutcomes(tx, plan.id, rest).then(() => counts), taken: 0 }
  const beside = (ids: readonly string[]) => outcomesOf(plan.id, [...asCreated(created, ids), ...rest])
  const write = await ahead.make(reader, plan, created, numbers, beside)
  return { write: (tx, whenSent) => write(tx, whenSent).then(() => counts), taken: created.length }
}

type ByAction = (wanted: Action) => Judged[]

const byAction = (judged: readonly Judged[]): ByAction => {
  const actions = judged.map((one) => ({ one, action: actionOf(one) }))
  return (wanted) => actions.filter(({ action }) => action === wanted).map(({ one }) => one)
}

const asCreated = (created: readonly Judged[], ids: readonly string[]): Done[] =>
  created.map((one, at) => ({ ...base(one), outcome: 'created', recordId: ids[at] ?? null }))

const leftOut = (of: ByAction): Done[] => [
  ...of('skip').map((one): Done => ({ ...base(one), outcome: 'skipped', errors: whySkipped(one) })),
  ...of('fail').map((one): Done => ({ ...base(one), outcome: 'failed' })),
]

const base = ({ row, existing, changes }: Judged) => ({
  rowNo: row.rowNo,
  recordId: existing?.id ?? null,
  errors: row.problems.length > 0 ? row.problems : null,
  before: null,
  changes: changes.length > 0 ? changes : null,
})

const whySkipped = ({ row, verdict, decision }: Judged) => {
  const code = row.isBlank ? 'import.blank' : verdict === 'update' && decision !== 'skip' ? 'import.unchanged' : null
  return code ? [...row.problems, { column: null, target: null, code, severity: 'warning' as const }] : row.problems
}

const change = async (tx: Tx, importer: Importer, rows: readonly Judged[]): Promise<Done[]> => {
  const changing = rows.map(({ existing, patch, version }) => ({ id: existing?.id ?? '', patch, version }))
  const refused = await changeRecords(tx, importer, changing)
  return rows.map((one): Done => {
    const { row, existing, version, changes } = one
    const why = refused.get(existing?.id ?? '')
    if (why) return { ...base(one), outcome: 'failed', errors: [...row.problems, refusedRow(why)] }
    const before = { version: version + 1, values: Object.fromEntries(changes.map(({ field, old }) => [field, old])) }
    return { ...base(one), outcome: 'updated', before }
  })
}

const countOf = (done: readonly Done[]): Counts => {
  const counts: Counts = {}
  for (const { outcome } of done) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
