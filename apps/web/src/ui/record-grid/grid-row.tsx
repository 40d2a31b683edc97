/** One row: memoised, because scrolling renders the visible ones again and again. */
import { memo, type CSSProperties, type MouseEvent } from 'react'
import { Link } from 'react-router'
import type { Format } from '../../lib/use-format.ts'
import { Box } from './box.tsx'
import type { GridColumn, GridRow } from './columns.ts'
import styles from './record-grid.module.css'

export type RowProps<R> = {
  row: R
  /** Position in the whole list, from 0. */
  index: number
  start: number
  columns: GridColumn<R>[]
  template: string
  current: boolean
  /** How deep it stands, where records stand in groups. */
  level: number | undefined
  /** Undefined where nothing can be selected. */
  selected: boolean | undefined
  format: Format
  href: string | undefined
  stateOf: ((row: R) => unknown) | undefined
  nameOf: (row: R) => string
  /** Selects; with Shift held, everything since the last one. */
  onSelect: (index: number, range: boolean) => void
  onPoint: (index: number, event: MouseEvent) => void
}

export const rowId = (grid: string, index: number): string => `${grid}-row-${index}`

type CellProps<R> = Pick<RowProps<R>, 'row' | 'format' | 'href' | 'stateOf'> & { column: GridColumn<R>; first: boolean }

function Cell<R>({ column, row, format, first, href, stateOf }: CellProps<R>) {
  const content = column.cell(row, format)
  return (
    <div
      role={first ? 'rowheader' : 'gridcell'}
      className={first ? `${styles.nameCell} ${styles.pinned}` : styles.cell}
      data-numeric={column.numeric || undefined}
    >
      {first && href ? (
        <Link to={href} state={stateOf?.(row)} tabIndex={-1} className={styles.name} draggable={false}>
          {content}
        </Link>
      ) : (
        content
      )}
    </div>
  )
}

function Row<R extends GridRow>(props: RowProps<R> & { grid: string }) {
  const { row, index, start, columns, template, current, selected, nameOf, onSelect, onPoint, grid } = props
  const cell = { row, format: props.format, href: props.href, stateOf: props.stateOf }
  const style: CSSProperties = { gridTemplateColumns: template, transform: `translateY(${start}px)` }
  const select = (event: MouseEvent) => {
    event.stopPropagation()
    onSelect(index, event.shiftKey)
  }
  return (
    // Keys are handled by the grid, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={rowId(grid, index)}
      role="row"
      aria-rowindex={index + 2}
      aria-level={props.level}
      aria-selected={selected}
      className={styles.row}
      data-current={current || undefined}
      style={style}
      onClick={(event) => onPoint(index, event)}
    >
      {selected !== undefined && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div role="gridcell" className={styles.boxCell} onClick={select}>
          <Box checked={selected} label={nameOf(row)} />
        </div>
      )}
      {columns.map((column, at) => (
        <Cell key={column.id} first={at === 0} column={column} {...cell} />
      ))}
    </div>
  )
}

export const GridRowView = memo(Row) as typeof Row
