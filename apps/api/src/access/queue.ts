/** A bounded queue for work that costs memory: some at a time, some waiting, and no for the rest. */

/**
 * Runs at most `atOnce` works at a time while at most `waiting` more wait their turn; beyond that `full` is called, which
 * throws. A place is handed to who waits longest and never free in between, so the bound holds whatever the order.
 */
export const queueOf = (atOnce: number, waiting: number, full: () => never) => {
  const queue: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running++
    else if (queue.length >= waiting) full()
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
