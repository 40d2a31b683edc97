/** The cards of a column to draw: all of them up to fifty, beyond that those in sight. Asks for more near the end. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect } from 'react'
import type { BoardColumn } from './board-types.ts'

const FEW = 50
const CARD = 108

type Rows<C> = {
  rows: { card: C; index: number; start: number }[]
  /** The height of the whole stack; undefined while all cards are drawn. */
  size: number | undefined
  measure: (element: Element | null) => void
}

export function useColumnRows<C>(
  column: BoardColumn<C>,
  scroller: HTMLElement | null,
  idOf: (card: C) => string,
): Rows<C> {
  const { cards, hasMore, onMore } = column
  const many = cards.length > FEW
  // The virtualizer keeps its own state; no compiler memoises here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: cards.length,
    enabled: many,
    getScrollElement: () => scroller,
    getItemKey: (index) => idOf(cards[index] as C),
    estimateSize: () => CARD,
    overscan: 6,
  })
  useEndOf(scroller, Boolean(hasMore), onMore)
  if (!many)
    return { rows: cards.map((card, index) => ({ card, index, start: 0 })), size: undefined, measure: () => undefined }
  const rows = virtual.getVirtualItems().flatMap(({ index, start }) => {
    const card = cards[index]
    return card === undefined ? [] : [{ card, index, start }]
  })
  return { rows, size: virtual.getTotalSize(), measure: virtual.measureElement }
}

function useEndOf(scroller: HTMLElement | null, hasMore: boolean, onMore: (() => void) | undefined): void {
  useEffect(() => {
    if (!scroller || !hasMore) return undefined
    const look = () => {
      if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 4 * CARD) onMore?.()
    }
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    return () => scroller.removeEventListener('scroll', look)
  }, [scroller, hasMore, onMore])
}
