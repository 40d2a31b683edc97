/** From what inputs hold to what the contract takes. Inputs have no null: an emptied text is ''. */

type Values = Record<string, unknown>

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined

const same = (a: unknown, b: unknown): boolean => (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)

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
