/** Rows as they stand in the file → rows with a verdict, checked by the schemas and rules that hold for a caller of the API. */
import { fieldIssues } from '@rapport/domain/contract/issues.ts'
import { assemble } from '@rapport/domain/features/imports/assemble.ts'
import type { Decision, ImportFill, Verdict } from '@rapport/domain/features/imports/import-choices.ts'
import { columnOf, parseRow, type ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import { updatePatch } from '@rapport/domain/features/imports/update-patch.ts'
import type { z } from 'zod'
import type { Tx } from '../../../ctx.ts'
import { takingTurns } from '../../../db/take-turns.ts'
import { readRecords } from '../../../records/find.ts'
import { recognise } from '../duplicates/recognise.ts'
import { findExisting, type Found } from './find-existing.ts'
import type { Existing, Importer, Judged, Values } from './importer.ts'
import { keepSame } from './keep-same.ts'
import { loadIndexes, resolveLookups, type Indexes } from './resolve.ts'

export type RawRow = { rowNo: number; raw: string[]; decision: Decision | null }
/** Keys of rows already seen in the file, with the first row that has them. */
export type Seen = Map<string, number>

/** Rows as read, with all that the database says of them. */
type Asked = { raws: readonly RawRow[]; rows: ParsedRow[]; indexes: Indexes; found: Found[] }

const askFor = async (outer: Tx, importer: Importer, plan: ImportPlan, raws: readonly RawRow[]): Promise<Asked> => {
  const tx = { ...outer, db: takingTurns(outer.db) }
  const rows = raws.map(({ rowNo, raw }) => parseRow(plan, rowNo, raw))
  const [indexes, found] = await Promise.all([loadIndexes(tx, plan, rows), findExisting(tx, importer, plan, rows)])
  return { raws, rows, indexes, found }
}

/** Asks nothing more of rows that are plainly new, but for what their importer does not know yet. */
const judgeAsked = async (
  tx: Tx,
  importer: Importer,
  plan: ImportPlan,
  { raws, rows, indexes, found }: Asked,
  seen: Seen,
): Promise<Judged[]> => {
  const waiting = await resolveLookups(tx, plan, rows, indexes)
  const judged = rows.map((row, at): Judged => {
    const decision = raws[at]?.decision ?? null
    const draft = draftOf(importer, plan, row)
    const place = placeOf(plan, row, decision, found[at], seen)
    return { row, decision, draft, patch: {}, changes: [], version: 0, waits: waiting.has(row), ...place }
  })
  await addPatches(tx, importer, plan, judged)
  for (const one of judged) checkSchema(importer, plan, one)
  await importer.check?.(
    tx,
    plan,
    judged.filter(({ row }) => !isWrong(row) && !row.isBlank),
  )
  for (const one of judged) if (isWrong(one.row)) one.verdict = 'error'
  await settleDuplicates(tx, importer, plan, judged, seen)
  return judged
}

const settleDuplicates = async (tx: Tx, importer: Importer, plan: ImportPlan, judged: Judged[], seen: Seen) => {
  const turned = await recognise(tx, importer, plan, judged, seen)
  if (turned.length === 0) return
  await addPatches(tx, importer, plan, turned)
  for (const one of turned) checkSchema(importer, plan, one)
  for (const one of turned) if (isWrong(one.row)) one.verdict = 'error'
}

export const judgeRows = async (
  tx: Tx,
  importer: Importer,
  plan: ImportPlan,
  raws: readonly RawRow[],
  seen: Seen,
): Promise<Judged[]> => judgeAsked(tx, importer, plan, await askFor(tx, importer, plan, raws), seen)

export const isWrong = (row: ParsedRow) => row.problems.some(({ severity }) => severity === 'error')

const draftOf = (importer: Importer, plan: ImportPlan, row: ParsedRow): Values => {
  const values = new Map<string, unknown>()
  for (const [path, value] of row.values) {
    const target = plan.targets.get(path)
    if (!target?.keyOnly && !target?.past) values.set(path, value)
  }
  const draft = assemble(values)
  if (plan.sourceId && plan.targets.has('sourceId')) draft.sourceId ??= plan.sourceId
  if (draft.externalId !== undefined) draft.externalSource = plan.options.externalSource
  return importer.shape?.(plan, row, draft) ?? draft
}

type Place = Pick<Judged, 'verdict' | 'existing'>

const placeOf = (
  plan: ImportPlan,
  row: ParsedRow,
  decision: Decision | null,
  found: Found | undefined,
  seen: Seen,
): Place => {
  const [exact, second] = found?.exact ?? []
  const [alike] = found?.alike ?? []
  const problem = (code: string, params?: Record<string, unknown>, severity: 'error' | 'warning' = 'error') =>
    row.problems.push({ column: null, target: null, code, severity, params })
  const before = (found?.keys ?? []).flatMap((key) => seen.get(key) ?? [])[0]
  for (const key of found?.keys ?? []) if (!seen.has(key)) seen.set(key, row.rowNo)
  if (exact && second) {
    problem('import.severalMatch', { records: [exact.label, second.label] })
    return { verdict: 'error', existing: null }
  }
  if (before !== undefined && before !== row.rowNo && !exact) {
    problem('import.sameFile', { row: before }, 'warning')
    return { verdict: plan.mode === 'create' ? 'duplicate' : 'update', existing: null }
  }
  if (exact) return matched(plan, exact, decision, problem)
  if (plan.mode === 'update') {
    problem(found?.hasKey ? 'import.noMatch' : 'import.noKey')
    return { verdict: 'error', existing: null }
  }
  return alike ? matched({ ...plan, mode: 'create' }, alike, decision, problem) : { verdict: 'new', existing: null }
}

const matched = (
  { mode }: Pick<ImportPlan, 'mode'>,
  { id, label }: Existing,
  decision: Decision | null,
  problem: (code: string, params: Record<string, unknown>, severity: 'warning') => unknown,
): Place => {
  const existing = { id, label }
  if (decision === 'create') return { verdict: 'new', existing: null }
  const verdict: Verdict = mode === 'create' && decision !== 'update' && decision !== 'merge' ? 'duplicate' : 'update'
  if (verdict === 'duplicate') problem('import.duplicate', { record: label }, 'warning')
  return { verdict, existing }
}

const fillFor = ({ decision }: Judged, plan: ImportPlan): ImportFill =>
  decision === 'merge' ? 'empty' : decision === 'update' ? 'all' : plan.options.fill

// Existing records are read as the actor sees them, so that no difference shows what he may not read.
const addPatches = async (tx: Tx, importer: Importer, plan: ImportPlan, judged: readonly Judged[]): Promise<void> => {
  const updates = judged.filter(({ verdict, existing }) => verdict === 'update' && existing)
  const ids = updates.flatMap(({ existing }) => existing?.id ?? [])
  const named = updates.flatMap(({ draft, row: { lookups } }) => [...Object.keys(draft), ...lookups.keys()])
  const names = [...named, ...(importer.called?.parts ?? [])]
  const known = await readRecords<Values>(tx, importer.records, ids, names)
  for (const one of updates) {
    const record = known.get(one.existing?.id ?? '')
    if (!record || !(record.can as Record<string, boolean>).edit) {
      one.row.problems.push({ column: null, target: null, code: 'import.notEditable', severity: 'error' })
      continue
    }
    const sent = givenOf(importer, one, keepSame(importer, one.row, record))
    const { patch, changes, kept } = updatePatch(importer.records.fields, record, sent, fillFor(one, plan))
    Object.assign(one, { patch, changes, version: Number(record.version) })
    for (const name of kept)
      one.row.problems.push({ column: columnOf(plan, name), target: name, code: 'import.fixed', severity: 'warning' })
  }
}

// What the row itself says; defaults and what was made up for new records change nothing that exists.
const givenOf = ({ made = {} }: Importer, { row, draft }: Judged, same: ReadonlySet<string>): Values => {
  const given = [...row.given]
  const isGiven = (name: string) =>
    given.some((path) => path === name || path.startsWith(`${name}.`) || made[name]?.includes(path))
  return Object.fromEntries(Object.entries(draft).filter(([name]) => isGiven(name) && !same.has(name)))
}

const checkSchema = (importer: Importer, plan: ImportPlan, one: Judged): void => {
  if (one.row.isBlank || one.verdict === 'error') return
  const isUpdate = one.verdict === 'update' && one.existing !== null
  const { success, error } = (isUpdate ? importer.patch : importer.draft).safeParse(isUpdate ? one.patch : one.draft, {
    reportInput: true,
  })
  if (!success) addIssues(plan, one.row, error)
}

const addIssues = (plan: ImportPlan, row: ParsedRow, error: z.ZodError): void => {
  for (const { path, code, params } of fieldIssues(error.issues)) {
    const [name = ''] = path.split('.')
    const target =
      [...row.values.keys(), ...row.lookups.keys()].find(
        (one) => one === path || one === name || one.startsWith(`${name}.`),
      ) ?? name
    // What could not be read is missing from the draft for that very reason.
    const isKnown = row.problems.some((problem) => problem.target === target || problem.target?.startsWith(`${name}.`))
    if (isKnown || (row.lookups.has(target) && !row.values.has(target))) continue
    const value = row.values.get(target)
    const problem = { column: columnOf(plan, target), target, code, severity: 'error' as const, params }
    row.problems.push(typeof value === 'string' ? { ...problem, value } : problem)
  }
}
