/** Chance that can be had again: the same seed throws the same dice. */
export type Dice = {
  /** A whole number from 0 up to and without `end`. */
  below: (end: number) => number
  pick: <T>(from: readonly T[]) => T
  /** True in so many of a hundred cases. */
  odds: (percent: number) => boolean
}

export const diceOf = (seed: number): Dice => {
  let state = (seed % 2_147_483_646) + 1
  const below = (end: number) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * end)
  }
  return { below, pick: (from) => from[below(from.length)]!, odds: (percent) => below(100) < percent }
}
