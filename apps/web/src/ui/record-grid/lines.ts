/** The lines of a list: its records and, where these stand in groups, what stands between them. */
import type { MouseEvent, ReactNode } from 'react'
import type { GridColumn, GridRow } from './columns.ts'

/** Where a line stands in the table; on a phone there are no columns. */
export type LinePlace = {
  /** Of the element, by which the list says where one is. */
  id: string
  /** Position among the lines, from 0. */
  index: number
  start: number
  columns: Pick<GridColumn<never>, 'id' | 'numeric'>[]
  template: string
  /** A column of tick boxes stands before the others. */
  boxed: boolean
  current: boolean
  onPoint: (event: MouseEvent) => void
}

/** A line that is no record: it draws itself and is pressed its own way. */
export type Between = {
  id: string
  isBetween: true
  /** As Enter, Space and a click do. */
  press: () => void
  /** Shows or hides what stands below it. Absent where nothing does. */
  turn?: { isOpen: boolean }
  /** Selects what stands below it, or lets it go. */
  select?: () => void
  draw: (place?: LinePlace) => ReactNode
}

export type Line<R> = R | Between

export const isBetween = <R extends GridRow>(line: Line<R> | undefined): line is Between =>
  line !== undefined && 'isBetween' in line

/** The record that a line is; undefined for what stands between records. */
export const recordAt = <R extends GridRow>(lines: Line<R>[], index: number): R | undefined => {
  const line = lines[index]
  return isBetween(line) ? undefined : line
}

export const recordsOf = <R extends GridRow>(lines: Line<R>[]): R[] =>
  lines.filter((line): line is R => !isBetween(line))

/** Where an arrow key leads within a tree: → opens or steps in, ← closes or goes up; null where it does neither. */
export const afterTurn = <R extends GridRow>(
  lines: Line<R>[],
  at: number,
  open: boolean,
): { press: number } | { move: number } | null => {
  const line = lines[at]
  const turn = isBetween(line) ? line.turn : undefined
  if (turn && turn.isOpen !== open) return { press: at }
  if (open) return turn && at + 1 < lines.length ? { move: at + 1 } : null
  const head = turn ? -1 : lines.findLastIndex((one, index) => index < at && isBetween(one) && one.turn !== undefined)
  return head >= 0 ? { move: head } : null
}
