/** What rows call other records → the ids of these; what is not found, or found twice, is a problem of the row. */
import { indexReferences, type Candidate, type ReferenceIndex } from '@rapport/domain/features/imports/references.ts'
import { foldName } from '@rapport/domain/fold-name.ts'
import { columnOf, type ParsedRow } from '@rapport/domain/features/imports/parse-row.ts'
import type { ImportPlan } from '@rapport/domain/features/imports/plan.ts'
import type { Target } from '@rapport/domain/features/imports/target.ts'
import { inLanguage } from '@rapport/domain/code-text.ts'
import type { Tx } from '../../../ctx.ts'
import { comesWhole, loadCandidates, rowsCalled } from './candidates.queries.ts'

/** Rows that wait for another row of the file. */
export type Waiting = Set<ParsedRow>

const toOf = (target: Target | undefined) => (target?.field.kind === 'ref' ? target.field.to : '')

/** `indexes` are those of these rows. */
export const resolveLookups = async (
  tx: Tx,
  plan: ImportPlan,
  rows: readonly ParsedRow[],
  indexes: Indexes,
): Promise<Waiting> => {
  const lost: { row: ParsedRow; path: string; text: string }[] = []
  for (const row of rows) {
    for (const [path, text] of inOrder(plan, row)) {
      const target = plan.targets.get(path)
      const found = indexes.get(toOf(target))?.(text, scopeOf(row, target)) ?? []
      const [only] = found
      if (found.length === 1 && only) {
        row.values.set(path, only.id)
        row.labels.set(path, inLanguage(only.label, tx.actor.locale))
      } else if (found.length > 1)
        addProblem(plan, row, path, 'import.ambiguous', text, {
          candidates: found.slice(0, 5).map(({ id, label }) => ({ id, label })),
        })
      else lost.push({ row, path, text })
    }
  }
  return lookInFile(tx, plan, lost)
}

// A stage is looked up in its pipeline, so the pipeline comes first.
const inOrder = (plan: ImportPlan, row: ParsedRow): [path: string, text: string][] => {
  const free: [string, string][] = []
  const within: [string, string][] = []
  for (const one of row.lookups) (plan.targets.get(one[0])?.within === undefined ? free : within).push(one)
  return within.length > 0 ? [...free, ...within] : free
}

const scopeOf = (row: ParsedRow, target: Target | undefined): string | null =>
  target?.dictionary ?? (target?.within ? String(row.values.get(target.within) ?? '') : null)

export type Indexes = ReadonlyMap<string, ReferenceIndex>

/** What the rows refer to, by the noun it belongs to. */
export const loadIndexes = async (tx: Tx, plan: ImportPlan, rows: readonly ParsedRow[]): Promise<Indexes> => {
  const texts = new Map<string, Set<string>>()
  for (const row of rows)
    for (const [path, text] of row.lookups) {
      const to = toOf(plan.targets.get(path))
      texts.set(to, (texts.get(to) ?? new Set()).add(text))
    }
  const lists = [...texts].map(async ([to, wanted]) => [to, await indexFor(tx, plan, to, wanted)] as const)
  return new Map(await Promise.all(lists))
}

type Known = { asked: Set<string>; candidates: Candidate[]; index: ReferenceIndex }
// A plan lives as long as its batch, whose parts refer to much the same.
const known = new WeakMap<ImportPlan, Map<string, Known>>()

const indexFor = async (tx: Tx, plan: ImportPlan, to: string, texts: ReadonlySet<string>): Promise<ReferenceIndex> => {
  const lists = known.get(plan) ?? new Map<string, Known>()
  known.set(plan, lists)
  const before = lists.get(to)
  const fresh = [...texts].filter((text) => !before?.asked.has(text))
  if (before && (fresh.length === 0 || comesWhole(to))) return before.index
  const candidates = [...(before?.candidates ?? []), ...(await loadCandidates(tx, plan, to, fresh))]
  const index = indexReferences(candidates)
  lists.set(to, { asked: new Set([...(before?.asked ?? []), ...fresh]), candidates, index })
  return index
}

const addProblem = (
  plan: ImportPlan,
  row: ParsedRow,
  path: string,
  code: string,
  value: string,
  params?: Record<string, unknown>,
) => {
  row.problems.push({ column: columnOf(plan, path), target: path, code, severity: 'error', value, params })
}

// A parent may be a row of the same file: then the child waits until it has come in.
const lookInFile = async (
  tx: Tx,
  plan: ImportPlan,
  lost: { row: ParsedRow; path: string; text: string }[],
): Promise<Waiting> => {
  const own = lost.filter(({ path }) => toOf(plan.targets.get(path)) === plan.entity)
  const called = await rowsCalled(tx, plan, [...new Set(own.map(({ text }) => text))])
  const waiting: Waiting = new Set()
  for (const { row, path, text } of lost) {
    const inFile = own.some((one) => one.row === row && one.path === path) ? called.get(foldName(text)) : undefined
    if (inFile?.pending) waiting.add(row)
    else addProblem(plan, row, path, inFile ? 'import.waits' : 'import.unresolved', text)
  }
  return waiting
}
