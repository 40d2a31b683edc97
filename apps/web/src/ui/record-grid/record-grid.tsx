/**
 * The list of records: rows from the server page by page, at most some dozens of them in the document, sorted and
 * filtered on the server. One element keeps the focus and walks the rows; on phones the same rows are cards.
 */
import type { ReactNode, UIEvent } from 'react'
import type { Action } from '../../lib/actions.ts'
import type { Sort } from '../../lib/list-state.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import type { GridColumn, GridRow } from './columns.ts'
import { GridBody } from './grid-body.tsx'
import { GridCards } from './grid-cards.tsx'
import { GridFoot } from './grid-foot.tsx'
import { GridHead } from './grid-head.tsx'
import { placeId, rowId } from './grid-row.tsx'
import type { Line } from './lines.ts'
import styles from './record-grid.module.css'
import type { EditableCells } from './use-cells.ts'
import { useGrid } from './use-grid.ts'
import type { Selection } from './use-grid-table.ts'

export type RecordGridProps<R extends GridRow> = {
  /** Names the list for screen readers. */
  label: string
  rows: Line<R>[]
  /** The records stand in groups, below lines that open and close. */
  grouped?: boolean
  columns: GridColumn<R>[]
  /** Chosen columns from the address; null shows the usual ones. */
  chosen?: string[] | null
  /** Keeps other columns, or other widths of them; without it widths are as they are. */
  onChosen?: (columns: string[]) => void
  sort: Sort[]
  onSort: (sort: Sort[]) => void
  /** How many there are altogether; unknown counts as what is loaded. */
  total?: number | undefined
  hasMore?: boolean
  onMore?: () => void
  /** Draws old rows paler while the next ones are on their way. */
  stale?: boolean
  /** The record's own page; or, without one, what opening does. */
  hrefOf?: (row: R) => string
  onOpen?: (row: R) => void
  /** What goes along in the history to the record's page. */
  stateOf?: (row: R) => unknown
  nameOf: (row: R) => string
  onPeek?: (row: R) => void
  /** The record that is looked at beside the list: one walks with it. */
  peeked?: string | undefined
  /** What can be done by key with the row one is at. */
  actsOn?: (row: R) => Action[]
  selection?: Selection | undefined
  /** What can be changed where it stands; on a phone nothing is. */
  cells?: EditableCells<R> | undefined
  /** Totals over the whole filter, by column. */
  totals?: Record<string, ReactNode>
  /** The row on a phone; without it the first columns are stacked. */
  card?: (row: R) => ReactNode
}

// A first column wider than this would leave too little room for those that move beside it.
const WIDEST_PINNED = 400
const AROUND_PINNED = 64

// What gets the focus is not scrolled to beneath it.
const pinning = (first = 0) =>
  first <= WIDEST_PINNED ? { 'data-pins': true, style: { scrollPaddingLeft: first + AROUND_PINNED } } : {}

const noteAside = ({ currentTarget }: UIEvent<HTMLElement>) =>
  currentTarget.toggleAttribute('data-aside', currentTarget.scrollLeft > 0)

export function RecordGrid<R extends GridRow>(props: RecordGridProps<R>) {
  const phone = useIsPhone()
  return phone ? <GridCards {...props} /> : <GridTable {...props} />
}

function GridTable<R extends GridRow>(props: RecordGridProps<R>) {
  const { rows, selection, totals, hasMore = false } = props
  const { setScroller, ...grid } = useGrid(props)
  const { shown, template, minWidth, at, items } = grid
  const active = at >= 0 && items.some(({ index }) => index === at)
  return (
    // It has one of two roles.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={setScroller}
      role={props.grouped ? 'treegrid' : 'grid'}
      tabIndex={0}
      className={styles.grid}
      data-stale={props.stale || undefined}
      {...pinning(grid.sizes[0])}
      aria-label={props.label}
      aria-rowcount={hasMore ? (props.total ?? -1) : rows.length + 1}
      aria-colcount={shown.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={active ? placeId(rowId(grid.id, at), grid.cell) : undefined}
      onKeyDown={grid.press}
      onMouseDownCapture={grid.down}
      onScroll={noteAside}
    >
      <div className={styles.inner} style={{ minWidth }}>
        <GridHead
          columns={shown}
          sizes={grid.sizes}
          widths={grid.widths}
          template={template}
          sort={props.sort}
          onSort={props.onSort}
          selected={grid.allSelected}
          onSelectAll={grid.selectAll}
        />
        <GridBody {...props} grid={grid} />
        {totals && <GridFoot columns={shown} template={template} boxed={selection !== undefined} totals={totals} />}
      </div>
    </div>
  )
}
