/** One connection for two strands of work at a time: it answers one statement after the other, so theirs take turns. */

const taking = new WeakSet<object>()

/** The same client, whose calls wait for those before them; one that does so already is given back. */
export const takingTurns = <Client extends object>(client: Client): Client => {
  if (taking.has(client)) return client
  let last: Promise<unknown> = Promise.resolve()
  const next = (call: () => unknown): Promise<unknown> => {
    const mine = last.then(call)
    last = mine.catch(() => undefined) // whoever called hears of it
    return mine
  }
  const wrap = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name)
        if (typeof value === 'function')
          return (...args: unknown[]) => next(() => Reflect.apply(value as () => unknown, of, args))
        return typeof value === 'object' && value !== null ? wrap(value) : value
      },
    })
  const wrapped = wrap(client)
  taking.add(wrapped)
  return wrapped
}
