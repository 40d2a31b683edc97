/**
 * Within the row one is at, the cell one is at: → goes in, ← and Esc come out, Enter, F2 and E edit what may be edited, and
 * from one cell Tab leads to the next.
 */
import { useCallback, useEffect, useMemo, useRef, useState, type ComponentType } from 'react'
import type { GridColumn, GridRow } from './columns.ts'
import { recordAt, type Line } from './lines.ts'

/** `name` is the column's field; `onClose` is called when it was saved and when it was left as it was. */
export type CellEditorProps<R> = { row: R; name: string; onClose: () => void }

/** What can be changed in the list itself. */
export type EditableCells<R> = {
  mayEdit: (row: R, name: string) => boolean
  /** Loaded when the first cell is edited. */
  Editor: ComponentType<CellEditorProps<R>>
}

/** What a row needs so that its cells can be changed. */
export type RowCells<R> = EditableCells<R> & {
  edit: (row: R, column: number) => void
  close: () => void
  /** Which way Tab goes on from the cell that is being saved. */
  stepOn: (by: number) => void
}

/** `editing` is the id of the record whose cell is being edited: rows move while one types. */
export type CellAt = { column: number; editing: string | null }

type Given<R> = {
  cells: EditableCells<R> | undefined
  rows: Line<R>[]
  shown: GridColumn<R>[]
  at: number
  setAt: (index: number) => void
  scroller: HTMLElement | null
}

/** The cell, and the ways to another one; each answers whether it was gone. */
function useCellAt<R extends GridRow>({ cells, rows, shown, setAt }: Given<R>) {
  const [cell, setCell] = useState<CellAt | null>(null)
  const may = (row: R | undefined, column: number) => {
    const name = shown[column]?.id
    return row !== undefined && name !== undefined && cells?.mayEdit(row, name) === true
  }
  const go = (column: number) => {
    setCell({ column: Math.max(0, Math.min(shown.length - 1, column)), editing: null })
    return true
  }
  const leave = () => {
    setCell(null)
    return true
  }
  const edit = (row: R, column: number) => {
    if (!may(row, column)) return false
    setAt(rows.indexOf(row))
    setCell({ column, editing: row.id })
    return true
  }
  /** The next cell of the record that may be edited; none where there is none. */
  const beyond = (row: R | undefined, column: number, by: number): number | null => {
    for (let next = column + by; next >= 0 && next < shown.length; next += by) if (may(row, next)) return next
    return null
  }
  return { cell, setCell, may, go, leave, edit, beyond }
}

const editing = ['Enter', 'e', 'E']

/** Whether a key was one of a cell's. */
const pressed = <R extends GridRow>(
  key: string,
  { cell, go, leave, edit, beyond }: ReturnType<typeof useCellAt<R>>,
  row: R,
): boolean => {
  if (key === 'F2') return edit(row, cell?.column ?? beyond(row, -1, 1) ?? 0)
  if (!cell) return key === 'ArrowRight' && go(0)
  if (key === 'ArrowRight') return go(cell.column + 1)
  if (key === 'ArrowLeft') return cell.column === 0 ? leave() : go(cell.column - 1)
  if (key === 'Escape') return leave()
  return editing.includes(key) && edit(row, cell.column)
}

/** What rows are given stays the same object, so that they are not drawn again for it. */
function useForRows<R extends GridRow>(
  cells: EditableCells<R> | undefined,
  acts: Omit<RowCells<R>, keyof EditableCells<R>>,
): RowCells<R> | undefined {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  return useMemo(
    () =>
      cells && {
        ...cells,
        edit: (row, column) => latest.current.edit(row, column),
        close: () => latest.current.close(),
        stepOn: (by) => latest.current.stepOn(by),
      },
    [cells],
  )
}

export function useCells<R extends GridRow>(given: Given<R>) {
  const { cells, rows, at, scroller } = given
  const here = useCellAt(given)
  const { cell, setCell, beyond } = here
  const step = useRef(0)
  // A click that ends the editing of a cell opens no record.
  const isEnding = useRef(false)
  const close = () => {
    if (!cell) return
    const edited = rows.find((line): line is R => line.id === cell.editing)
    const next = step.current === 0 ? null : beyond(edited, cell.column, step.current)
    step.current = 0
    setCell({ column: next ?? cell.column, editing: next === null ? null : cell.editing })
  }
  const isEditing = typeof cell?.editing === 'string'
  useEffect(() => {
    if (!isEditing) return undefined
    // The input is gone by then; whoever went elsewhere stays there.
    return () => {
      if (document.activeElement === document.body) scroller?.focus({ preventScroll: true })
    }
  }, [isEditing, scroller])
  const row = recordAt(rows, at)
  const forRows = useForRows(cells, { edit: here.edit, close, stepOn: (by) => (step.current = by) })
  return {
    cell,
    forRows,
    press: (key: string): boolean => cells !== undefined && row !== undefined && pressed(key, here, row),
    down: () => {
      isEnding.current = isEditing
    },
    /** Whether a click is one that ended the editing of a cell. */
    isEnding: useCallback(() => isEnding.current, []),
    leave: useCallback(() => setCell(null), [setCell]),
  }
}
