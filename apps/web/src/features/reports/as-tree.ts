/** Rows of a tree in reading order, each with its depth. A row whose parent is not among the rows stands at the top. */
export const asTree = <R extends { key: string | null; parentKey: string | null }>(
  rows: readonly R[],
): { row: R; depth: number }[] => {
  const known = new Set(rows.map(({ key }) => key))
  const below = (parent: string, depth: number): { row: R; depth: number }[] =>
    rows
      .filter(({ parentKey }) => parentKey === parent)
      .flatMap((row) => [{ row, depth }, ...(row.key ? below(row.key, depth + 1) : [])])
  return rows
    .filter(({ parentKey }) => parentKey === null || !known.has(parentKey))
    .flatMap((row) => [{ row, depth: 0 }, ...(row.key ? below(row.key, 1) : [])])
}
