/** A column as the place where a card is dropped. */
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { useEffect, useRef, useState } from 'react'

export const CARD = 'cardId'

/** `onDrop` gets the card's id; `over` is true while a card hovers. */
export function useDrop(onDrop: (cardId: string) => void) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [over, setOver] = useState(false)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    if (!element) return undefined
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data[CARD] === 'string',
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false)
        const id = source.data[CARD]
        if (typeof id === 'string') latest.current(id)
      },
    })
  }, [element])
  return { setElement, over }
}

export const findCard = <C>(columns: { cards: C[] }[], idOf: (card: C) => string, id: string): C | undefined =>
  columns.flatMap((column) => column.cards).find((card) => idOf(card) === id)
