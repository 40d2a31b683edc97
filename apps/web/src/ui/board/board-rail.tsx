/** Where deals end: a narrow rail with this month's sum, and a place to drop a card on. */
import { StageDot } from '../marks/stage.tsx'
import type { BoardColumn } from './board-types.ts'
import styles from './board.module.css'
import { findCard, useDrop } from './use-drop.ts'
import type { BoardMoves } from './use-board.ts'

type Props<C> = { column: BoardColumn<C>; columns: BoardColumn<C>[]; moves: BoardMoves<C>; idOf: (card: C) => string }

export function BoardRail<C>({ column, columns, moves, idOf }: Props<C>) {
  const { setElement, over } = useDrop((id) => {
    const card = findCard(columns, idOf, id)
    if (card !== undefined) void moves.moveTo(card, column.id)
  })
  return (
    <section ref={setElement} className={styles.rail} aria-label={column.title} data-over={over || undefined}>
      <StageDot token={column.token} />
      <span data-figure>{column.count}</span>
      <p className={styles.railWords}>
        <b>{column.title}</b>
        <span data-figure>{column.rail}</span>
      </p>
    </section>
  )
}
