/** A row of the file → values and references by target, with everything that is wrong in it. */
import { unguardText } from '../../csv.ts'
import type { ImportPlan, PlannedColumn } from './plan.ts'
import { isPlainText, readCell, type CellReading } from './read-cell.ts'
import type { RowProblem } from './row-problems.ts'
import type { Target } from './target.ts'

export type ParsedRow = {
  rowNo: number
  raw: readonly string[]
  values: Map<string, unknown>
  /** References by what the file calls them, and what the records found are called. */
  lookups: Map<string, string>
  labels: Map<string, string>
  /** Targets that a cell of the row fills, as against a default. */
  given: Set<string>
  problems: RowProblem[]
  isBlank: boolean
}

/** The text that counts for a column: replaced by the value map, freed of an export's guard. */
const textIn = ({ index, replaced, target }: PlannedColumn, raw: readonly string[], exported: boolean): string => {
  const whole = exported ? unguardText(raw[index] ?? '') : (raw[index] ?? '')
  const cell = whole.trim()
  // What Rapport wrote stands there as it was stored, white space at its edges included.
  return replaced.get(cell) ?? (exported && isPlainText(target) ? whole : cell)
}

export const parseRow = (plan: ImportPlan, rowNo: number, raw: readonly string[]): ParsedRow => {
  const row: ParsedRow = {
    rowNo,
    raw,
    values: new Map(),
    lookups: new Map(),
    labels: new Map(),
    given: new Set(),
    problems: [],
    isBlank: false,
  }
  row.isBlank = raw.every((cell) => cell.trim() === '')
  if (row.isBlank) return row
  if (raw.slice(plan.width).some((cell) => cell.trim() !== ''))
    row.problems.push({ column: null, target: null, code: 'import.tooManyCells', severity: 'error' })
  for (const column of plan.columns) {
    const text = textIn(column, raw, plan.options.exported)
    if (text === '') continue
    row.given.add(column.target.path)
    take(row, plan, column.target, text, column)
  }
  for (const [path, text] of plan.defaults) {
    const target = plan.targets.get(path)
    if (target && !row.values.has(path) && !row.lookups.has(path) && !hasProblem(row, path))
      take(row, plan, target, text)
  }
  return row
}

const hasProblem = (row: ParsedRow, path: string) => row.problems.some(({ target }) => target === path)

const take = (row: ParsedRow, plan: ImportPlan, target: Target, text: string, column?: PlannedColumn): void => {
  const reading = readingOf(plan, target, text, column)
  if ('fault' in reading) {
    const { code, params } = reading.fault
    row.problems.push({
      column: column?.header ?? null,
      target: target.path,
      code,
      severity: 'error',
      value: text,
      params,
    })
  } else if ('lookup' in reading) row.lookups.set(target.path, reading.lookup)
  else row.values.set(target.path, joined(row.values.get(target.path), reading.value))
}

const MANY = 10_000
// Days, choices and names come again and again; what is one of a kind or a list is not kept.
const recurring = new Set(['date', 'instant', 'choice', 'ref', 'currency', 'percent', 'boolean'])

const readingOf = (plan: ImportPlan, target: Target, text: string, column?: PlannedColumn): CellReading => {
  if (text.includes('\u2400')) return { fault: { code: 'text.malformed' } }
  const known = column?.read.get(text)
  if (known) return known
  const reading = readCell(
    target,
    text,
    column?.format ?? {},
    plan.options.timeZone,
    column !== undefined && plan.options.exported,
  )
  if (column && column.read.size < MANY && recurring.has(target.field.kind)) column.read.set(text, reading)
  return reading
}

// Several columns may feed a list: the second adds to the first.
const joined = (before: unknown, value: unknown): unknown =>
  Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value

/** The column that feeds a target, for saying where a problem is. */
export const columnOf = (plan: ImportPlan, path: string): string | null =>
  plan.columns.find(({ target }) => target.path === path)?.header ?? null
