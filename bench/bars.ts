/** The bars of issue 2 beside what was measured. Ratios decide the exit code; absolutes depend on the machine and are told. */
import type { LoadName } from './cases.ts'
import { growth, type Loads } from './measure.ts'

export type Verdict = {
  what: string
  found: string
  bar: string
  met: boolean
  /** True for ratios and counts, which hold on any machine. */
  decides: boolean
}

const percent = (share: number) => `${Math.round(share * 100)} %`

export const atLeast = (what: string, shares: readonly number[], bar: number): Verdict => {
  const share = shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0
  return { what, found: percent(share), bar: `≥ ${percent(bar)}`, met: share >= bar, decides: true }
}

const GROWTH = 1.5
const FLAT: [LoadName, string][] = [
  ['list', 'list'],
  ['byId', 'by id'],
  ['move', 'move'],
  ['deepPage', 'deep page'],
]

/** How p95 grows with the company. */
export const flatness = (loads: Loads, small: number, large: number, names: string): Verdict[] =>
  FLAT.flatMap(([name, what]) => {
    const load = loads[name]
    if (!load) return []
    const ratio = growth(load, small, large)
    const found = `${ratio.toFixed(2)} ×`
    return [{ what: `p95 of ${what}, ${names}`, found, bar: `≤ ${GROWTH} ×`, met: ratio <= GROWTH, decides: true }]
  })

const CLASS = 1.25
/** Two times that must not tell apart what they are times of; at most a quarter apart. */
export const alike = (what: string, ratio: number): Verdict => ({
  what,
  found: `${ratio.toFixed(2)} ×`,
  bar: `${1 / CLASS} to ${CLASS} ×`,
  met: ratio >= 1 / CLASS && ratio <= CLASS,
  decides: true,
})

const STATEMENTS = 3
export const fewStatements = (what: string, count: number): Verdict => ({
  what: `statements: ${what}`,
  found: String(count),
  bar: `≤ ${STATEMENTS}`,
  met: count <= STATEMENTS,
  decides: true,
})

export const within = (what: string, value: number, bar: number, unit: string): Verdict => ({
  what,
  found: `${Math.round(value)} ${unit}`,
  bar: `≤ ${bar} ${unit}`,
  met: value <= bar,
  decides: false,
})

export const reaches = (what: string, value: number, bar: number, unit: string): Verdict => ({
  what,
  found: `${Math.round(value)} ${unit}`,
  bar: `≥ ${bar} ${unit}`,
  met: value >= bar,
  decides: false,
})
