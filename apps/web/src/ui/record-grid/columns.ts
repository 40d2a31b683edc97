/** What a column is: a field's label, a width, and a cell of plain elements. */
import type { ReactNode } from 'react'
import type { Format } from '../../lib/use-format.ts'
import type { Label } from '../../lib/use-language.ts'

export type GridColumn<R> = {
  /** The field it shows and is sorted by. */
  id: string
  label: Label | string
  /** Stands after the label, so that it is not repeated in every cell: ¥, %. */
  unit?: string
  /** In pixels; a growing column takes the room that is left, at least this much. */
  width: number
  grow?: boolean
  /** Numbers stand at the right edge with equal digits. */
  numeric?: boolean
  sortable?: boolean
  /** Plain elements only: no component library per cell, or scrolling stutters. */
  cell: (row: R, format: Format) => ReactNode
  /** Not shown until chosen in the column picker. */
  optional?: boolean
}

export type GridRow = { id: string }

/** The columns to show, in order; `chosen` null takes the usual ones. The first column always stays. */
export function visibleColumns<R>(columns: GridColumn<R>[], chosen: string[] | null): GridColumn<R>[] {
  if (!chosen) return columns.filter((column, at) => at === 0 || !column.optional)
  const [first, ...rest] = columns
  const picked = chosen.flatMap((id) => rest.find((column) => column.id === id) ?? [])
  return first ? [first, ...picked] : picked
}
