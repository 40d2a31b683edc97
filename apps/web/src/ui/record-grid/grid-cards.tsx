/** The same rows on a phone: one tap target each, divided by inset hairlines. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { withoutPeek } from '../../lib/peek.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Tick } from './box.tsx'
import styles from './grid-cards.module.css'
import { visibleColumns, type GridRow } from './columns.ts'
import type { RecordGridProps } from './record-grid.tsx'
import { isBetween } from './lines.ts'
import { useToggle } from './use-selection.ts'
import { useMore, useRememberedPlace, useVirtualRows } from './use-virtual-rows.ts'

const HEIGHT = 64

export function GridCards<R extends GridRow>(props: RecordGridProps<R>) {
  const { rows, label, stale, selection } = props
  const { pathname, search } = useLocation()
  const placeKey = `${pathname}?${withoutPeek(search)}`
  const { scroller, setScroller, items, size, measure } = useVirtualRows(rows.length, HEIGHT, placeKey)
  useMore(items.at(-1)?.index ?? 0, rows.length, props.hasMore, props.onMore)
  useRememberedPlace(placeKey, scroller, -1)
  const toggle = useToggle(rows, selection)
  return (
    <div
      ref={setScroller}
      className={styles.scroller}
      data-stale={stale || undefined}
      data-picking={selection?.picking || undefined}
    >
      <ul aria-label={label} className={styles.list} style={{ height: size }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <li
              key={row.id}
              ref={measure}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {isBetween(row) ? row.draw() : <Card {...props} row={row} onToggle={() => toggle(index, false)} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type CardProps<R extends GridRow> = RecordGridProps<R> & { row: R; onToggle: () => void }

/** Opens the record; while records are being selected, a tick box as large as the card. */
function Card<R extends GridRow>({ row, onToggle, ...props }: CardProps<R>) {
  const { t } = useTranslation()
  const { selection, hrefOf, stateOf, onOpen, nameOf } = props
  const words = props.card ? props.card(row) : <Stack {...props} row={row} />
  if (!selection?.picking) {
    return (
      <Body href={hrefOf?.(row)} state={stateOf?.(row)} {...(onOpen && { onOpen: () => onOpen(row) })}>
        {words}
      </Body>
    )
  }
  const chosen = selection.everything || Boolean(selection.ids[row.id])
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={chosen}
      aria-label={t(($) => $.list.select, { name: nameOf(row) })}
      className={styles.pick}
      onClick={onToggle}
    >
      <Tick checked={chosen} />
      <span className={styles.words}>{words}</span>
    </button>
  )
}

type BodyProps = { href: string | undefined; state: unknown; onOpen?: () => void; children: ReactNode }

function Body({ href, state, onOpen, children }: BodyProps) {
  if (href) {
    return (
      <Link to={href} state={state} className={styles.card}>
        {children}
      </Link>
    )
  }
  return onOpen ? (
    <button type="button" className={styles.card} onClick={onOpen}>
      {children}
    </button>
  ) : (
    <div className={styles.card}>{children}</div>
  )
}

/** The first column as title, the next three as a line below. */
function Stack<R extends GridRow>({ row, columns, chosen }: RecordGridProps<R> & { row: R }) {
  const format = useFormat()
  const [first, ...rest] = visibleColumns(columns, chosen ?? null)
  return (
    <>
      <span className={styles.title}>{first?.cell(row, format)}</span>
      <span className={styles.line}>
        {rest.slice(0, 3).map((column) => (
          <span key={column.id}>{column.cell(row, format)}</span>
        ))}
      </span>
    </>
  )
}
