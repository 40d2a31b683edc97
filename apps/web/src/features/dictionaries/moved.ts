/** A list in which one entry stands one place further up or down; the list itself when it cannot move. */
export function moved(ids: string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return ids
  return ids.with(from, ids[to] as string).with(to, id)
}
