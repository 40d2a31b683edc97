/** Ids and numbers for deals to come, asked for before they are made. */
import type { Tx } from '../../ctx.ts'
import { newIds } from '../../records/insert-rows.ts'
import { giveBackNumbers, nextNumbers } from '../number-sequences/number-sequences.queries.ts'

export type DealStock = {
  /** Enough for so many deals. */
  fill: (count: number) => Promise<void>
  take: (count: number) => { ids: string[]; eventIds: string[]; numbers: string[] }
  /** The counter goes back to the first number not taken, so that none is missing. */
  giveBack: () => Promise<void>
}

/** Belongs to the transaction that asked. */
export const dealStock = (tx: Tx): DealStock => {
  const ids: string[] = []
  const numbers: string[] = []
  return {
    fill: async (count) => {
      ids.push(...(await newIds(tx, 2 * count - ids.length)))
      numbers.push(...(await nextNumbers(tx, 'opportunities', count - numbers.length)))
    },
    take: (count) => {
      if (numbers.length < count) throw new Error(`${count} deals of a stock of ${numbers.length}`)
      return { ids: ids.splice(0, count), eventIds: ids.splice(0, count), numbers: numbers.splice(0, count) }
    },
    giveBack: async () => {
      await giveBackNumbers(tx, 'opportunities', numbers.splice(0).length)
    },
  }
}
