/** The shell of a line between records: a row of the table, or a card on a phone. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tick } from '../record-grid/box.tsx'
import grid from '../record-grid/record-grid.module.css'
import type { LinePlace } from '../record-grid/lines.ts'
import styles from './record-groups.module.css'

type Props = {
  place: LinePlace | undefined
  press: () => void
  /** Of a head: whether the records below it are shown. */
  isOpen?: boolean
  /** As cells of the table. */
  cells: ReactNode
  /** On a phone. */
  card: ReactNode
  /** On a phone, while records are being selected. */
  tick?: { checked: boolean | 'mixed'; press: () => void; label: string }
}

function CardTick({ checked, press, label }: NonNullable<Props['tick']>) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={t(($) => $.list.select, { name: label })}
      className={styles.tick}
      onClick={press}
    >
      <Tick checked={checked === true} />
    </button>
  )
}

export function BetweenRow({ place, press, isOpen, cells, card, tick }: Props) {
  if (!place) {
    return (
      <div className={styles.line}>
        {tick && <CardTick {...tick} />}
        <button type="button" className={styles.card} aria-expanded={isOpen} onClick={press}>
          {card}
        </button>
      </div>
    )
  }
  const { id, index, start, template, current, onPoint } = place
  return (
    // Keys are handled by the grid, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-level={isOpen === undefined ? 2 : 1}
      aria-expanded={isOpen}
      className={`${grid.row} ${isOpen === undefined ? styles.more : styles.head}`}
      data-current={current || undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onClick={onPoint}
    >
      {cells}
    </div>
  )
}
