/** TanStack Table as model of columns and selection. Its features are registered one by one; sizes need their own. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowSelectionState,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { useLabel } from '../../lib/use-language.ts'
import { visibleColumns, type GridColumn, type GridRow } from './columns.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
})

const ARROW = 16

/** Room for the head: Chinese letters are as wide as the type is high, Latin ones about half. */
const headWidth = (words: string, sortable: boolean): number =>
  Array.from(words).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12.5 : 6.7), sortable ? ARROW : 0)

/** A part of the list that is selected as a whole, also what of it is not loaded: a group. */
export type Part = { id: string; condition: Filter; count: number }

export type Selection = {
  ids: RowSelectionState
  set: (ids: RowSelectionState) => void
  /** On a phone: a tap on a card selects it instead of opening it. */
  picking?: boolean
  /** All records of the filter, also those not loaded. */
  everything?: boolean
  /** Parts of the list selected as a whole. */
  parts?: readonly Part[]
}

const GUTTER = 24
const BOX = 15
const GAP = 16

/** The column model: sizes from their own feature, order and visibility from the chosen columns. */
function useColumnState<R extends GridRow>(columns: GridColumn<R>[], shown: GridColumn<R>[]) {
  const textOf = useLabel()
  const definitions = useMemo(
    () =>
      columns.map(({ id, width, label, unit = '', sortable = false }): ColumnDef<typeof features, R> => {
        const own = shown.find((column) => column.id === id && column.sized)
        const room = headWidth(`${textOf(label)}${unit && ` ${unit}`}`, sortable)
        return { id, size: own?.width ?? Math.ceil(Math.max(width, room)), minSize: 0 }
      }),
    [columns, shown, textOf],
  )
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, shown.some((column) => column.id === id)])),
    [columns, shown],
  )
  const columnOrder = useMemo(() => shown.map(({ id }) => id), [shown])
  return { definitions, columnVisibility, columnOrder }
}

/** The CSS template both head and rows are laid out by, and the width below which the grid scrolls sideways. */
function layoutOf<R>(shown: GridColumn<R>[], sizes: number[], boxed: boolean) {
  const tracks = shown.map(({ grow }, at) => (grow ? `minmax(${sizes[at]}px, 1fr)` : `${sizes[at]}px`))
  const all = boxed ? [BOX, ...sizes] : sizes
  return {
    template: (boxed ? [`${BOX}px`, ...tracks] : tracks).join(' '),
    minWidth: all.reduce((sum, size) => sum + size + GAP, -GAP) + 2 * GUTTER,
  }
}

/** Rows, columns and selection of the grid. */
export function useGridTable<R extends GridRow>(
  rows: R[],
  columns: GridColumn<R>[],
  chosen: string[] | null,
  selection?: Selection,
) {
  const shown = useMemo(() => visibleColumns(columns, chosen), [columns, chosen])
  const { definitions, columnVisibility, columnOrder } = useColumnState(columns, shown)
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    enableRowSelection: selection !== undefined,
    state: { columnVisibility, columnOrder, rowSelection: selection?.ids ?? none },
    onRowSelectionChange: (updater) => {
      const before = selection?.ids ?? none
      selection?.set(typeof updater === 'function' ? updater(before) : updater)
    },
  })
  const sizes = table.getVisibleLeafColumns().map((column) => column.getSize())
  const some: boolean | 'mixed' = table.getIsSomeRowsSelected() ? 'mixed' : false
  return {
    shown,
    sizes,
    ...layoutOf(shown, sizes, selection !== undefined),
    selectAll: () => table.toggleAllRowsSelected(),
    allSelected: selection && (table.getIsAllRowsSelected() || some),
  }
}

const none: RowSelectionState = {}
