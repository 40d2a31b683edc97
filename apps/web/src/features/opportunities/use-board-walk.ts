/** Walking the cards of a column from inside a deal: what stands below one on the board comes next. */
import { useMemo } from 'react'
import type { ListState } from '../../lib/list-state.ts'
import { useOpenList, type WalkOf } from '../../lib/open-list.ts'
import { walkThrough } from '../../lib/walk.ts'
import type { BoardColumn } from '../../ui/board/board-types.ts'
import type { Board, Opportunity } from './opportunities.queries.ts'

// Of a column the first page is walked, which is what anybody scrolls through on a board.
const FROM_TOP = { cursors: [''], page: 0 }

export function useBoardWalk(
  board: Board | undefined,
  shown: readonly BoardColumn<Opportunity>[],
  { sort, search }: ListState,
): WalkOf {
  const walkOf = useMemo(() => {
    const columnOf = new Map(shown.flatMap(({ id, cards }) => cards.map((card) => [card.id, id] as const)))
    return (id: string) => {
      const column = board?.columns.find(({ stageId }) => stageId === columnOf.get(id))
      if (!column) return undefined
      const total = { value: column.count, exact: true }
      return walkThrough('GET /opportunities', { filter: column.filter, sort, search }, { ...FROM_TOP, total })
    }
  }, [board, shown, sort, search])
  useOpenList(walkOf)
  return walkOf
}
