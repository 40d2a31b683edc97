/** Writes judged rows: new records together, changes one by one, everything else accounted for. */
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Tx } from '../../../ctx.ts'
import { Refusal } from '../../../http/problems.ts'
import type { Importer, Judged } from './importer.ts'
import { writeOutcomes, type Counts, type Done } from './outcomes.commands.ts'

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
  whenIn?: () => void,
): Promise<Counts> => {
  const actions = judged.map((one) => ({ one, action: actionOf(one) }))
  const of = (wanted: Action) => actions.filter(({ action }) => action === wanted).map(({ one }) => one)
  const done: Done[] = []
  const created = of('create')
  const ids = created.length > 0 ? await importer.create(tx, plan, created, whenIn) : []
  created.forEach((one, at) => done.push({ ...base(one), outcome: 'created', recordId: ids[at] ?? null }))
  for (const one of of('update')) done.push(await change(tx, importer, one))
  for (const one of of('skip')) done.push({ ...base(one), outcome: 'skipped', errors: whySkipped(one) })
  for (const one of of('fail')) done.push({ ...base(one), outcome: 'failed' })
  await writeOutcomes(tx, plan.id, done)
  return countOf(done)
}

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

// The command decides before it writes, so a refusal leaves nothing behind and is the row's own.
const change = async (tx: Tx, importer: Importer, one: Judged): Promise<Done> => {
  const { existing, patch, version, changes } = one
  try {
    await importer.update(tx, existing?.id ?? '', { ...patch, version })
    const before = { version: version + 1, values: Object.fromEntries(changes.map(({ field, old }) => [field, old])) }
    return { ...base(one), outcome: 'updated', before }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const problem = {
      column: null,
      target: error.faults[0]?.path ?? null,
      code: 'import.refused',
      severity: 'error' as const,
      params: { reason: error.code },
    }
    return { ...base(one), outcome: 'failed', errors: [...one.row.problems, problem] }
  }
}

const countOf = (done: readonly Done[]): Counts => {
  const counts: Counts = {}
  for (const { outcome } of done) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
