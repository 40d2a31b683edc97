/** Birth dates compared as people mistake them. */

/** Two dates 'YYYY-MM-DD'; `similar` with one digit off, two neighbouring digits swapped, or day and month swapped. */
export const compareBirthDates = (a: string, b: string): 'equal' | 'similar' | null => {
  if (a === b) return 'equal'
  const [yearA, monthA, dayA] = a.split('-')
  const [yearB, monthB, dayB] = b.split('-')
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 'similar'
  const off = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  return off.length === 1 ? 'similar' : null
}
