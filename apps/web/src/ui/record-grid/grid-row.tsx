/** One row: memoised, because scrolling renders the visible ones again and again. */
import { memo, useState, type CSSProperties, type MouseEvent } from 'react'
import type { Format } from '../../lib/use-format.ts'
import { Box } from './box.tsx'
import { Cell } from './cell.tsx'
import type { GridColumn, GridRow } from './columns.ts'
import styles from './record-grid.module.css'
import type { CellAt, RowCells } from './use-cells.ts'

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
  /** The cell one is at, where it is one of this row. */
  cell: CellAt | null
  /** Undefined where nothing can be changed in the list. */
  cells: RowCells<R> | undefined
  /** Selects; with Shift held, everything since the last one. */
  onSelect: (index: number, range: boolean) => void
  onPoint: (index: number, event: MouseEvent) => void
}

export const rowId = (grid: string, index: number): string => `${grid}-row-${index}`

const cellId = (row: string, column: number): string => `${row}-${column}`

/** The element one is at: a row, or a cell of it. */
export const placeId = (row: string, cell: CellAt | null): string => (cell ? cellId(row, cell.column) : row)

function Row<R extends GridRow>(props: RowProps<R> & { grid: string }) {
  const { row, index, start, columns, template, current, selected, nameOf, onSelect, onPoint, grid } = props
  const [pointed, setPointed] = useState(false)
  const { format, href, stateOf, cell, cells } = props
  const id = rowId(grid, index)
  const given = { row, format, href, stateOf, cell, cells, pointed, count: columns.length }
  const pointing = cells && { onMouseEnter: () => setPointed(true), onMouseLeave: () => setPointed(false) }
  const style: CSSProperties = { gridTemplateColumns: template, transform: `translateY(${start}px)` }
  const select = (event: MouseEvent) => {
    event.stopPropagation()
    onSelect(index, event.shiftKey)
  }
  return (
    // Keys are handled by the grid, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-level={props.level}
      aria-selected={selected}
      className={styles.row}
      data-current={current || undefined}
      data-editing={cell?.editing === row.id || undefined}
      style={style}
      {...pointing}
      onClick={(event) => onPoint(index, event)}
    >
      {selected !== undefined && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div role="gridcell" className={styles.boxCell} onClick={select}>
          <Box checked={selected} label={nameOf(row)} />
        </div>
      )}
      {columns.map((column, at) => (
        <Cell key={column.id} id={cellId(id, at)} at={at} column={column} {...given} />
      ))}
    </div>
  )
}

export const GridRowView = memo(Row) as typeof Row
