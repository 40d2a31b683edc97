/** What a column is: a field's label, a width, and a cell of plain elements. */
import { readColumn, writeColumn } from '@rapport/domain/column-entries.ts'
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
  /** The width was chosen by the reader. */
  sized?: boolean
  /** Numbers stand at the right edge with equal digits. */
  numeric?: boolean
  sortable?: boolean
  /** Plain elements only: no component library per cell, or scrolling stutters. */
  cell: (row: R, format: Format) => ReactNode
  /** Not shown until chosen in the column picker. */
  optional?: boolean
}

export type GridRow = { id: string }

/**
 * The columns to show, in order; `chosen` null takes the usual ones. The first column always stays: among the chosen it only
 * says its width. A chosen width holds, also for a column that would grow.
 */
export function visibleColumns<R>(columns: GridColumn<R>[], chosen: string[] | null): GridColumn<R>[] {
  if (!chosen) return columns.filter((column, at) => at === 0 || !column.optional)
  const [first, ...rest] = columns
  const entries = chosen.map(readColumn)
  const sized = (column: GridColumn<R>): GridColumn<R> => {
    const width = entries.find(({ name }) => name === column.id)?.width
    return width === undefined ? column : { ...column, width, grow: false, sized: true }
  }
  const picked = entries.flatMap(({ name }) => rest.find((column) => column.id === name) ?? [])
  return (first ? [first, ...picked] : picked).map(sized)
}

/** The shown columns as a list keeps them, with one of them at another width; without one, at its usual width. */
export function withWidth<R>(columns: GridColumn<R>[], chosen: string[] | null, id: string, width?: number): string[] {
  return visibleColumns(columns, chosen).flatMap((column, at) => {
    const kept = column.id === id ? width : column.sized ? column.width : undefined
    return at === 0 && kept === undefined
      ? []
      : [writeColumn({ name: column.id, ...(kept !== undefined && { width: kept }) })]
  })
}

/** The shown columns in another order or choice, each with the width it had; the first one stands outside the order. */
export function withOrder<R>(columns: GridColumn<R>[], chosen: string[] | null, ids: string[]): string[] {
  const entries = (chosen ?? []).map(readColumn)
  const entryOf = (id: string) => entries.find(({ name }) => name === id)
  const first = entryOf(columns[0]?.id ?? '')
  return [...(first ? [first] : []), ...ids.map((id) => entryOf(id) ?? { name: id })].map(writeColumn)
}
