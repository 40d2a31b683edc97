/** Whether two shares differ by more than chance, and how often that may be said of many at once. Each with its source. */

export type Counted = { k: number; n: number }

// Rational approximation 7.1.26 of Abramowitz and Stegun, Handbook of Mathematical Functions, 1964; |error| ≤ 1.5e-7.
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return Math.sign(x) * (1 - poly * Math.exp(-x * x))
}

/** The chance of a standard normal value at least as far from 0 as `z`, to either side. */
export const twoSided = (z: number): number => Math.min(1, Math.max(0, 1 - erf(Math.abs(z) / Math.SQRT2)))

/**
 * z and two-sided p of the test that two independent shares are equal, with the pooled share (Fleiss, Levin and Paik,
 * Statistical Methods for Rates and Proportions, 3rd ed., 2003, §3.2). Positive when `a` is the larger. Where both are all or
 * nothing there is no difference to find: z 0, p 1. Meant for n of 20 and more on both sides.
 */
export const twoProportions = (a: Counted, b: Counted): { z: number; p: number } => {
  if (a.n === 0 || b.n === 0) return { z: 0, p: 1 }
  const pooled = (a.k + b.k) / (a.n + b.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
  if (error === 0) return { z: 0, p: 1 }
  const z = (a.k / a.n - b.k / b.n) / error
  return { z, p: twoSided(z) }
}

/**
 * Which of several tests may be called significant when at most the share `q` of those called so may be wrong on average
 * (Benjamini and Hochberg, J. R. Stat. Soc. B 57, 1995, 289–300): with the p values in order, all up to the last one that is at
 * most its rank × q ÷ their number.
 */
export const benjaminiHochberg = (ps: readonly number[], q: number): boolean[] => {
  const ordered = ps.toSorted((a, b) => a - b)
  const last = ordered.findLastIndex((p, at) => p <= ((at + 1) * q) / ps.length)
  const limit = last === -1 ? -1 : (ordered[last] ?? -1)
  return ps.map((p) => p <= limit)
}
