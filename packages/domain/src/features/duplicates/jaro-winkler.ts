/**
 * How alike two short texts are, from 0 to 1: Jaro's share of common characters in common order (JASA 84, 1989), raised by
 * Winkler for a common beginning of up to four characters (ASA 1990), because people mistype the end of a name more often.
 */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1
  const [left, right] = [[...a], [...b]]
  const jaro = jaroOf(left, right)
  let prefix = 0
  while (prefix < LONGEST_PREFIX && left[prefix] !== undefined && left[prefix] === right[prefix]) prefix++
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro)
}

const LONGEST_PREFIX = 4
const PREFIX_WEIGHT = 0.1

const jaroOf = (left: readonly string[], right: readonly string[]): number => {
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1)
  const taken = new Set<number>()
  const common: string[] = []
  for (const [at, char] of left.entries()) {
    for (let other = Math.max(0, at - reach); other <= Math.min(right.length - 1, at + reach); other++) {
      if (taken.has(other) || right[other] !== char) continue
      taken.add(other)
      common.push(char)
      break
    }
  }
  if (common.length === 0) return 0
  const inOrder = [...taken].toSorted((a, b) => a - b)
  const swapped = common.filter((char, at) => right[inOrder[at] ?? -1] !== char).length / 2
  return (common.length / left.length + common.length / right.length + (common.length - swapped) / common.length) / 3
}
