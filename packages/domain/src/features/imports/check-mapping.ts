/** What is wrong with the settings of an import: names that lead nowhere, and what is missing before it can be checked. */
import type { ErrorCode } from '../../errors.ts'
import type { ImportPatch } from './imports.ts'
import type { ImportPlan } from './plan.ts'
import type { Target } from './target.ts'

export type MappingFault = { path: string; code: string; params?: Record<string, unknown> }

/** Faults of the names in a patch. */
export const nameFaults = (
  patch: ImportPatch,
  headers: readonly string[],
  targets: readonly Target[],
): MappingFault[] => {
  const known = new Map(targets.map((target) => [target.path, target]))
  const column = (path: string, name: string): MappingFault[] =>
    headers.includes(name) ? [] : [{ path, code: 'import.column', params: { column: name } }]
  const target = (path: string, name: string): MappingFault[] =>
    known.has(name) ? [] : [{ path, code: 'import.target', params: { target: name } }]
  const { mapping = [], valueMaps = [], defaults = [], matchKeys = [] } = patch
  return [
    ...mapping.flatMap((one, at) => [
      ...column(`mapping.${at}.column`, one.column),
      ...(one.target === null ? [] : target(`mapping.${at}.target`, one.target)),
      ...takenTwice(mapping, at, known),
    ]),
    ...valueMaps.flatMap((one, at) => column(`valueMaps.${at}.column`, one.column)),
    ...defaults.flatMap((one, at) => target(`defaults.${at}.target`, one.target)),
    ...matchKeys.flatMap((path, at) => (keyKnown(path, targets) ? [] : target(`matchKeys.${at}`, path))),
  ]
}

// Phones and e-mails identify whatever their type.
const keyKnown = (path: string, targets: readonly Target[]) =>
  targets.some((one) => one.path === path || one.path.startsWith(`${path}.`))

const takenTwice = (
  mapping: NonNullable<ImportPatch['mapping']>,
  at: number,
  known: ReadonlyMap<string, Target>,
): MappingFault[] => {
  const one = mapping[at]
  if (!one) return []
  const before = mapping.slice(0, at)
  const double = before.some(({ column }) => column === one.column)
  const taken =
    one.target !== null && !known.get(one.target)?.many && before.some(({ target }) => target === one.target)
  return double || taken
    ? [{ path: `mapping.${at}.target`, code: 'import.targetTaken', params: { target: one.target ?? '' } }]
    : []
}

type Incomplete = { code: ErrorCode; faults: MappingFault[] }

/** Whether every path could be filled by a column or a default. */
const isFed = (plan: ImportPlan, path: string): boolean =>
  plan.columns.some(({ target }) => target.path === path || target.path.startsWith(`${path}.`)) ||
  plan.defaults.has(path)

/** What keeps the import from being checked; empty when nothing does. */
export const missingIn = (plan: ImportPlan): Incomplete[] => {
  const required = [...plan.targets.values()].filter((one) => one.required && !one.path.includes('.'))
  const isMade = ({ from = [] }: Target) => from.some((path) => isFed(plan, path))
  const unfed = required.filter(
    (one) => !isFed(plan, one.path) && !isMade(one) && !(one.path === 'sourceId' && plan.sourceId),
  )
  const missing = plan.mode === 'update' ? [] : unfed
  const keys = plan.matchKeys.filter((path) => !isFed(plan, path))
  const noKey = plan.mode !== 'create' && plan.matchKeys.length === 0
  const past = plan.history ? [] : plan.columns.filter(({ target }) => target.past)
  return [
    ...faulty(
      'import.columns',
      missing.map(({ path }) => ({ path: 'mapping', code: 'import.targetMissing', params: { target: path } })),
    ),
    ...faulty(
      'import.columns',
      past.map(({ header }) => ({ path: 'mapping', code: 'import.past', params: { column: header } })),
    ),
    ...faulty(
      'import.match_key',
      keys.map((path) => ({ path: 'matchKeys', code: 'import.keyUnmapped', params: { target: path } })),
    ),
    ...(noKey ? [{ code: 'import.match_key' as const, faults: [{ path: 'matchKeys', code: 'field.required' }] }] : []),
  ]
}

const faulty = (code: ErrorCode, faults: MappingFault[]): Incomplete[] => (faults.length > 0 ? [{ code, faults }] : [])
