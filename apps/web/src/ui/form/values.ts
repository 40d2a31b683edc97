/** From what inputs hold to what the contract takes. Inputs have no null: an emptied text is ''. */

export type Values = Record<string, unknown>

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined

// Keys in one order: what the server stores as a document comes back in an order of its own.
const written = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Whether two inputs hold the same; nothing is nothing, however it is written. */
export const same = (a: unknown, b: unknown): boolean => (isEmpty(a) && isEmpty(b)) || written(a) === written(b)

/** For a new record: what was left empty is not sent. */
export const emptied = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))

/** For a change: what differs from the record, null where a value was taken away. */
export const changedIn = (values: Values, initial: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => !same(value, initial[name]))
      .map(([name, value]) => [name, isEmpty(value) ? null : value]),
  )
