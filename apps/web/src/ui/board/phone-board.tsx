/** The board on a phone: a strip of stages that snaps, the cards of one stage, and “advance” on each. */
import { IconArrowRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '../icon.tsx'
import { StageDot } from '../marks/stage.tsx'
import type { BoardPartProps } from './board.tsx'
import type { BoardColumn } from './board-types.ts'
import styles from './phone-board.module.css'

type StripProps<C> = { columns: BoardColumn<C>[]; chosen: string; onChoose: (id: string) => void }

function Strip<C>({ columns, chosen, onChoose }: StripProps<C>) {
  const { t } = useTranslation()
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => current.current?.scrollIntoView({ inline: 'center', block: 'nearest' }), [chosen])
  return (
    <div className={styles.strip} role="group" aria-label={t(($) => $.board.stages)}>
      {columns.map((column) => (
        <button
          key={column.id}
          ref={column.id === chosen ? current : undefined}
          type="button"
          className={styles.stage}
          aria-pressed={column.id === chosen}
          onClick={() => onChoose(column.id)}
        >
          <span className={styles.stageName}>
            <StageDot token={column.token} />
            <span className={styles.stageWord}>{column.title}</span>
            <em data-figure>{column.count}</em>
          </span>
          <b data-figure>{column.sum ?? column.rail}</b>
        </button>
      ))}
    </div>
  )
}

function Card<C>({ card, ...board }: BoardPartProps<C> & { card: C }) {
  const { t } = useTranslation()
  const { hrefOf, stateOf, nameOf, cardOf, isRotting, canMove, openMenu } = board
  return (
    <li className={styles.card} data-rotting={isRotting?.(card) || undefined}>
      <Link to={hrefOf(card)} state={stateOf?.(card)} className={styles.body} aria-label={nameOf(card)}>
        {cardOf(card)}
      </Link>
      {canMove(card) && (
        <button
          type="button"
          className={styles.advance}
          aria-haspopup="menu"
          aria-label={t(($) => $.board.move, { name: nameOf(card) })}
          onClick={(event) => openMenu({ card, anchor: event.currentTarget.getBoundingClientRect() })}
        >
          {t(($) => $.board.advance)}
          <Icon of={IconArrowRight} size={14} />
        </button>
      )}
    </li>
  )
}

export function PhoneBoard<C>(props: BoardPartProps<C>) {
  const { t } = useTranslation()
  const { columns, idOf } = props
  const [chosen, setChosen] = useState<string>()
  const column = columns.find(({ id }) => id === chosen) ?? columns.find(({ cards }) => cards.length > 0) ?? columns[0]
  if (!column) return null
  return (
    <div className={styles.board}>
      <Strip columns={columns} chosen={column.id} onChoose={setChosen} />
      {column.figures && <div className={styles.figures}>{column.figures}</div>}
      <ul className={styles.cards} aria-label={column.title}>
        {column.cards.map((card) => (
          <Card key={idOf(card)} {...props} card={card} />
        ))}
      </ul>
      {column.cards.length === 0 && <p className={styles.empty}>{t(($) => $.board.empty)}</p>}
      {column.hasMore && (
        <button type="button" className={styles.more} onClick={column.onMore}>
          {t(($) => $.board.more)}
        </button>
      )}
    </div>
  )
}
