/** A card: opened by its name, moved by drag, by Shift and an arrow, or by “move to…”. */
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Icon } from '../icon.tsx'
import type { BoardPartProps } from './board.tsx'
import styles from './board.module.css'
import { cardElementId } from './use-board.ts'
import { CARD } from './use-drop.ts'

type Props<C> = BoardPartProps<C> & { card: C }

function useDrag(cardId: string, enabled: boolean) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [dragged, setDragged] = useState(false)
  useEffect(() => {
    if (!element || !enabled) return undefined
    return draggable({
      element,
      getInitialData: () => ({ [CARD]: cardId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
  }, [element, cardId, enabled])
  return { setElement, dragged }
}

const neighbours: Record<string, 'previous' | 'next'> = {
  ArrowUp: 'previous',
  k: 'previous',
  ArrowDown: 'next',
  j: 'next',
}

/** Moves the focus to the card above or below, or to the same height of the column beside. */
function walk(from: HTMLElement, key: string): boolean {
  const column = from.closest('section')
  const cards = [...(column?.querySelectorAll<HTMLElement>('article') ?? [])]
  const at = cards.indexOf(from)
  const way = neighbours[key]
  if (way) {
    cards[way === 'next' ? at + 1 : at - 1]?.focus()
    return true
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
  const columns = [...(column?.parentElement?.querySelectorAll('section') ?? [])].filter((one) =>
    one.querySelector('article'),
  )
  const beside = columns[columns.indexOf(column as HTMLElement) + (key === 'ArrowRight' ? 1 : -1)]
  const others = [...(beside?.querySelectorAll<HTMLElement>('article') ?? [])]
  others[Math.min(at, others.length - 1)]?.focus()
  return true
}

/** The keys of a focused card; keys pressed inside it belong to what is inside. */
function useCardKeys<C>({ card, moves, onPeek }: Props<C>, open: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const sideways = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (event.shiftKey && sideways) void moves.moveBy(card, sideways)
    else if (event.key === 'Enter') open()
    else if (event.key === ' ' && onPeek) onPeek(card)
    else if (event.metaKey || event.ctrlKey || event.shiftKey || !walk(event.currentTarget, event.key)) return
    event.preventDefault()
  }
}

function MoveButton<C>({ card, nameOf, openMenu }: Props<C>) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles.menuButton}
      aria-label={t(($) => $.board.move, { name: nameOf(card) })}
      aria-haspopup="menu"
      onClick={(event) => {
        event.preventDefault()
        openMenu({ card, anchor: event.currentTarget.getBoundingClientRect() })
      }}
    >
      <Icon of={IconDots} size={14} />
    </button>
  )
}

export function BoardCard<C>(props: Props<C>) {
  const { card, idOf, nameOf, hrefOf, cardOf, isRotting, canMove, onPeek, peeked } = props
  const navigate = useNavigate()
  const movable = canMove(card)
  const { setElement, dragged } = useDrag(idOf(card), movable)
  const open = () => void navigate(hrefOf(card), { state: props.stateOf?.(card) })
  const press = useCardKeys(props, open)
  return (
    // A card is one stop of the keyboard; its keys are those of the board.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={setElement}
      id={cardElementId(idOf(card))}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={nameOf(card)}
      aria-describedby="board-keys"
      className={styles.card}
      data-rotting={isRotting?.(card) || undefined}
      data-dragged={dragged || undefined}
      onKeyDown={press}
      onFocus={(event) => {
        if (event.target === event.currentTarget && peeked && peeked !== idOf(card)) onPeek?.(card)
      }}
      onClick={(event) => !event.defaultPrevented && open()}
    >
      {cardOf(card)}
      {movable && <MoveButton {...props} />}
    </article>
  )
}
