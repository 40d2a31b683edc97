/** Numbers for deals to come, asked for before they are made. */
import type { Tx } from '../../ctx.ts'
import { giveBackNumbers, nextNumbers } from '../number-sequences/number-sequences.queries.ts'

export type DealStock = {
  /** Those not taken yet, in order. */
  rest: () => readonly string[]
  take: (count: number) => void
  /** The counter goes back to the first number not taken, so that none is missing. */
  giveBack: () => Promise<void>
}

/** Enough for so many deals; they belong to the transaction. */
export const dealStock = async (tx: Tx, count: number): Promise<DealStock> => {
  const numbers = await nextNumbers(tx, 'opportunities', count)
  return {
    rest: () => numbers,
    take: (taken) => {
      if (numbers.length < taken) throw new Error(`${taken} deals of a stock of ${numbers.length}`)
      numbers.splice(0, taken)
    },
    giveBack: () => giveBackNumbers(tx, 'opportunities', numbers.splice(0).length),
  }
}
