/** The order of chosen columns. */
import type { DropEdge } from './use-sortable.ts'

/** Swaps a column with its neighbour; the list itself when there is none. */
export function swapped(ids: string[], id: string, by: 1 | -1): string[] {
  const at = ids.indexOf(id)
  const other = ids[at + by]
  return at < 0 || other === undefined ? ids : ids.with(at, other).with(at + by, id)
}

/** Puts `id` at the edge of another column; a column that was not shown joins there. */
export function placed(ids: string[], id: string, target: string, edge: DropEdge): string[] {
  const rest = ids.filter((one) => one !== id)
  const at = rest.indexOf(target)
  return at < 0 ? [...rest, id] : rest.toSpliced(edge === 'top' ? at : at + 1, 0, id)
}
