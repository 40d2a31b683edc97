/** An entry keeps its first id as the key of its row, so that being saved takes the focus from nothing. */

const first = new Map<string, string>()

/** The server gave `id` to what was called `before`. */
export const rememberId = (before: string, id: string): void => {
  if (before !== id) first.set(id, keyOf(before))
}

export const keyOf = (id: string): string => first.get(id) ?? id

/** Whether two ids mean the same entry, before and after it was saved. */
export const isSame = (a: string, b: string): boolean => keyOf(a) === keyOf(b)
