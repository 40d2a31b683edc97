/** Found against expected, figure by figure. */
import type { Counts } from '../check/run.ts'

export type Figures = { [name: string]: Figure | Figures }
type Figure = string | number | boolean | null | readonly (string | number)[]
type Row = { name: string; expected: unknown; found: unknown; same: boolean }

export const isGroup = (value: unknown): value is Figures =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rates and means are written with a few digits, counts and amounts are exact. */
const same = (expected: unknown, found: unknown): boolean => {
  if (typeof expected === 'number' && typeof found === 'number') {
    const digits = String(expected).split('.')[1]?.length ?? 0
    return Number(found.toFixed(Math.max(digits, 2))) === Number(expected.toFixed(Math.max(digits, 2)))
  }
  return JSON.stringify(expected) === JSON.stringify(found)
}

const rowsOf = (expected: Figures, found: Figures, prefix = ''): Row[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((key): Row[] => {
    const name = prefix ? `${prefix} · ${key}` : key
    const [wanted, got] = [expected[key], found[key]]
    if (isGroup(wanted) && isGroup(got)) return rowsOf(wanted, got, name)
    return [{ name, expected: wanted, found: got, same: same(wanted, got) }]
  })

const shown = (value: unknown) =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value)

/** Prints a table: a line for each figure that stands alone or differs, a line of sums for each group that agrees. */
export const compare = (expected: Figures, found: Figures, full: boolean): Counts => {
  const rows = rowsOf(expected, found)
  const groups = Map.groupBy(rows, ({ name }) => name.split(' · ')[0] ?? '')
  console.log(`${''.padEnd(60)} ${'expected'.padStart(18)} ${'found'.padStart(18)}`)
  for (const [name, group] of groups) {
    const isLong = group.length > 8 && !full
    const printed = isLong ? group.filter((row) => !row.same) : group
    for (const row of printed)
      console.log(
        `${row.same ? '  ' : '≠ '}${row.name.slice(0, 58).padEnd(58)} ${shown(row.expected).padStart(18)} ${shown(row.found).padStart(18)}`,
      )
    if (isLong)
      console.log(
        `  ${`${name} (${group.length} figures)`.padEnd(58)} ${'equal'.padStart(18)} ${String(group.filter((row) => row.same).length).padStart(18)}`,
      )
  }
  const failed = rows.filter((row) => !row.same).length
  console.log(`${rows.length} figures, ${rows.length - failed} equal, ${failed} different`)
  return { passed: rows.length - failed, failed, skipped: 0 }
}
