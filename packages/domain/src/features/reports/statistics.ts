/** The few statistics the reports need, each with its source. Shares come with n and an interval; too little data says so. */

export type Share = {
  /** Successes and trials. */
  k: number
  n: number
  /** Null when n is 0. */
  value: number | null
  low: number | null
  high: number | null
}

const Z95 = 1.959963984540054
const round = (value: number) => Math.round(value * 1e6) / 1e6

/** A share with its Wilson 95 % interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, 209–212). */
export const wilson = (k: number, n: number): Share => {
  if (n === 0) return { k, n, value: null, low: null, high: null }
  const p = k / n
  const z2 = Z95 * Z95
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const low = k === 0 ? 0 : Math.max(0, centre - half)
  const high = k === n ? 1 : Math.min(1, centre + half)
  return { k, n, value: round(p), low: round(low), high: round(high) }
}

/** How many left after this many days, and how many were still there when last seen (censored). */
export type Dwell = { days: number; left: number; censored: number }

/**
 * Median days until leaving, open ones counted as long as they are known to have stayed (Kaplan and Meier, J. Am. Stat.
 * Assoc. 53, 1958, 457–481): the first day at which at most half remain. Null while more than half are still inside.
 */
export const medianDwell = (dwells: readonly Dwell[]): number | null => {
  let atRisk = dwells.reduce((sum, { left, censored }) => sum + left + censored, 0)
  let survival = 1
  for (const { days, left, censored } of dwells.toSorted((a, b) => a.days - b.days)) {
    if (left > 0) survival *= 1 - left / atRisk
    if (survival <= 0.5 + 1e-12) return days
    atRisk -= left + censored
  }
  return null
}
