/** One stage: what it holds and weighs on top, its cards below. */
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StageDot } from '../marks/stage.tsx'
import type { BoardPartProps } from './board.tsx'
import { BoardCard } from './board-card.tsx'
import type { BoardColumn } from './board-types.ts'
import styles from './board.module.css'
import { findCard, useDrop } from './use-drop.ts'
import { useColumnRows } from './use-column-rows.ts'

type Props<C> = BoardPartProps<C> & { column: BoardColumn<C> }

function Head<C>({ column }: { column: BoardColumn<C> }) {
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <StageDot token={column.token} />
        <h2 className={styles.title}>{column.title}</h2>
        <span className={styles.count} data-figure>
          {column.count}
        </span>
        {column.note !== undefined && (
          <span className={styles.note} data-figure>
            {column.note}
          </span>
        )}
      </div>
      {column.figures}
    </header>
  )
}

function Cards<C>(props: Props<C>) {
  const { column, idOf } = props
  const { t } = useTranslation()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const { rows, size, measure } = useColumnRows(column, scroller, idOf)
  useEffect(() => (scroller ? autoScrollForElements({ element: scroller }) : undefined), [scroller])
  return (
    <div ref={setScroller} className={styles.cards}>
      {column.cards.length === 0 && <p className={styles.empty}>{t(($) => $.board.empty)}</p>}
      <div className={styles.stack} style={{ height: size }}>
        {rows.map(({ card, index, start }) => (
          <div
            key={idOf(card)}
            ref={measure}
            data-index={index}
            className={styles.slot}
            style={size === undefined ? undefined : { position: 'absolute', transform: `translateY(${start}px)` }}
          >
            <BoardCard {...props} card={card} />
          </div>
        ))}
      </div>
    </div>
  )
}

export function BoardColumnView<C>(props: Props<C>) {
  const { column, columns, idOf, moves } = props
  const { setElement, over } = useDrop((id) => {
    const card = findCard(columns, idOf, id)
    if (card !== undefined) void moves.moveTo(card, column.id)
  })
  return (
    <section ref={setElement} className={styles.column} aria-label={column.title} data-over={over || undefined}>
      <Head column={column} />
      <Cards {...props} />
    </section>
  )
}
