/** A board with one card in another column, as it will most likely look when the server has answered. */
import type { Board, Column } from './opportunities.queries.ts'

/** Counts follow the card; sums wait for the server, because the screen adds no money. */
export function withCardMoved(board: Board, id: string, to: string): Board {
  const card = board.columns.flatMap(({ items }) => items).find((one) => one.id === id)
  if (!card) return board
  const place = (column: Column): Column => {
    const holds = column.items.some((one) => one.id === id)
    const items = column.items.filter((one) => one.id !== id)
    if (column.stageId !== to) return holds ? { ...column, items, count: column.count - 1 } : column
    return {
      ...column,
      items: [{ ...card, stageId: to, daysInStage: 0, rotting: false }, ...items],
      count: column.count + (holds ? 0 : 1),
    }
  }
  return { ...board, columns: board.columns.map(place) }
}
