/** Columns → targets, proposed from what columns are called and from what stands in them. */
import type { Field } from '../../field/kinds.ts'
import { factorOf, plainName } from './header-names.ts'
import { detectDateOrder, readDate, type DateOrder } from './read-date.ts'
import { detectNumberFormat, readNumber, type NumberFormat } from './read-number.ts'
import type { EntityTargets, Target } from './target.ts'

export type Column = { header: string; samples: readonly string[] }

/** What becomes of a column. `target` null: it is left out. */
export type ColumnMapping = {
  column: string
  target: string | null
  dateOrder?: DateOrder | undefined
  numberFormat?: NumberFormat | undefined
  /** What numbers of the column are multiplied by. */
  factor?: string | undefined
}
export type Proposal = ColumnMapping & {
  /** Why it is left out: no target fits, or the product works it out itself. */
  leftOut?: 'unknown' | 'derived' | 'taken' | undefined
}

const email = /^[^\s@]{1,64}@[^\s@]{1,190}$/
const phone = /^\+?[\d ()./-]{7,24}(x\d{1,6})?$/
const ENOUGH = 0.6
const EXACT = 100

const share = (values: readonly string[], test: (value: string) => boolean) =>
  values.length === 0 ? 1 : values.filter(test).length / values.length

const fitsKind = (field: Field, values: readonly string[]): boolean => {
  switch (field.kind) {
    case 'int':
    case 'decimal':
    case 'money':
    case 'percent':
      return share(values, (value) => readNumber(value.replace('%', ''), detectNumberFormat(values)) !== null) >= ENOUGH
    case 'date':
    case 'instant':
      return share(values, (value) => readsAsDay(value)) >= ENOUGH
    case 'emails':
      return share(values, (value) => email.test(value.trim())) >= ENOUGH
    default:
      return true
  }
}

const readsAsDay = (value: string) => {
  const reading = readDate(value)
  return reading.ok || reading.candidates.length > 0
}

type Scored = { column: number; target: Target; score: number }

const score = (header: string, target: Target): number => {
  const name = plainName(header)
  const names = [target.path, target.label.zh, target.label.en, ...target.names].map(plainName)
  if (names.includes(name)) return EXACT
  if (name.length < 2) return 0
  const parts = names.filter((known) => known.length >= 2 && (name.startsWith(known) || name.endsWith(known)))
  return parts.length === 0
    ? 0
    : 50 + Math.max(...parts.map((known) => Math.min(40, (known.length / name.length) * 40)))
}

// A column without a telling name speaks through its values.
const scoreByValues = (values: readonly string[], target: Target): number => {
  if (values.length === 0) return 0
  if (target.field.kind === 'emails' && share(values, (value) => email.test(value.trim())) >= 0.9) return 40
  if (target.field.kind === 'phones' && share(values, (value) => phone.test(value.trim())) >= 0.9) return 30
  return 0
}

/** One proposal per column, in their order. A target is taken by the column whose name fits best. */
export const proposeMapping = (columns: readonly Column[], { targets, derived }: EntityTargets): Proposal[] => {
  const filled = columns.map(({ samples }) => samples.filter((value) => value.trim() !== ''))
  const candidates = columns.flatMap(({ header }, column): Scored[] =>
    targets.map((target) => {
      const values = filled[column] ?? []
      const named = score(header, target)
      // A column called so is that column, and its values are shown to be wrong; one called alike must look the part.
      const byName = named === EXACT || fitsKind(target.field, values) ? named : 0
      return { column, target, score: byName || scoreByValues(values, target) }
    }),
  )
  const taken = new Map<number, Target>()
  const used = new Set<string>()
  for (const { column, target } of candidates.filter((one) => one.score > 0).toSorted((a, b) => b.score - a.score)) {
    if (taken.has(column) || (used.has(target.path) && !target.many)) continue
    if (isDerived(columns[column]?.header ?? '', derived)) continue
    taken.set(column, target)
    used.add(target.path)
  }
  return columns.map(({ header }, column) => {
    const target = taken.get(column)
    if (target) return { column: header, target: target.path, ...formatOf(target.field, header, filled[column] ?? []) }
    const reason = isDerived(header, derived)
      ? 'derived'
      : candidates.some((one) => one.column === column && one.score >= EXACT)
        ? 'taken'
        : 'unknown'
    return { column: header, target: null, leftOut: reason }
  })
}

const isDerived = (header: string, derived: EntityTargets['derived']) =>
  derived.some(({ label, names }) => [label.zh, label.en, ...names].map(plainName).includes(plainName(header)))

/** How the values of a column are written, as far as they tell. */
export const formatOf = (field: Field, header: string, values: readonly string[]): Partial<ColumnMapping> => {
  switch (field.kind) {
    case 'date':
    case 'instant': {
      const order = detectDateOrder(values.filter(readsAsDay))
      return order ? { dateOrder: order } : {}
    }
    case 'int':
    case 'decimal':
    case 'money': {
      const factor = factorOf(header)
      const numberFormat = detectNumberFormat(values)
      return { ...(numberFormat === 'comma' && { numberFormat }), ...(factor && { factor }) }
    }
    default:
      return {}
  }
}
