/** Looks again and again until it is over. */
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE = 300_000

/** Errors: five minutes have passed. */
export const until = async <T>(look: () => Promise<T>, isOver: (found: T) => boolean): Promise<T> => {
  for (const begin = performance.now(); performance.now() - begin < PATIENCE;) {
    const found = await look()
    if (isOver(found)) return found
    await wait(100)
  }
  throw new Error('it does not come to an end')
}
