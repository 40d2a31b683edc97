/** Moving cards: by drag, by Shift and an arrow, by the menu. The focus stays on the card, a polite region says the result. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardProps } from './board-types.ts'

export const cardElementId = (id: string): string => `card-${id}`

type Wanted = { id: string; ifLost: boolean }

/** Focuses a card once it stands in its column; with `ifLost` only when nothing else has been gone to meanwhile. */
function useFocusAfterMove() {
  const wanted = useRef<Wanted | null>(null)
  useEffect(() => {
    if (!wanted.current) return
    const { id, ifLost } = wanted.current
    const element = document.getElementById(cardElementId(id))
    if (!element || document.activeElement === element) return
    if (!ifLost || document.activeElement === document.body) element.focus()
    wanted.current = null
  })
  return (id: string, ifLost = false) => {
    wanted.current = { id, ifLost }
  }
}

export type BoardMoves<C> = {
  /** What the live region says. */
  said: string
  moveTo: (card: C, to: string) => Promise<void>
  /** Moves by one column, to the left or right. */
  moveBy: (card: C, step: 1 | -1) => Promise<void>
  columnOf: (id: string) => string | undefined
}

export function useBoardMoves<C>({ columns, idOf, nameOf, canMove, onMove }: BoardProps<C>): BoardMoves<C> {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const focusAfter = useFocusAfterMove()
  const placeOf = useCallback(
    (id: string) => columns.find((column) => column.cards.some((card) => idOf(card) === id)),
    [columns, idOf],
  )
  const moveTo = async (card: C, to: string) => {
    const from = placeOf(idOf(card))
    const target = columns.find((column) => column.id === to)
    if (!from || !target || from.id === to || !canMove(card)) return
    focusAfter(idOf(card))
    setSaid('') // else the same words a second time would not be read out
    const name = nameOf(card)
    const done = await onMove(card, to)
    if (!done) focusAfter(idOf(card), true) // its way back is another column
    setSaid(
      done
        ? t(($) => $.board.moved, { name, to: target.title })
        : t(($) => $.board.refused, { name, from: from.title }),
    )
  }
  const moveBy = async (card: C, step: 1 | -1) => {
    const at = columns.findIndex((column) => column.id === placeOf(idOf(card))?.id)
    const target = columns[at + step]
    if (target) await moveTo(card, target.id)
  }
  return { said, moveTo, moveBy, columnOf: (id) => placeOf(id)?.id }
}
