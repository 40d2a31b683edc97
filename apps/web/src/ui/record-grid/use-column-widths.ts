/** Widths that are being chosen: shown at once, kept with the list's columns when the reader has let go. */
import { columnWidths, fitWidth } from '@rapport/domain/column-entries.ts'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { withWidth, type GridColumn } from './columns.ts'

/** Steps by key come one after another; each would be an entry of the history. */
const REST = 600

export type ColumnWidths = {
  /** Shows a width while it is being chosen. */
  show: (id: string, width: number) => void
  /** Keeps it; without a width the column's usual one. */
  keep: (id: string, width?: number) => void
  /** Shows it, and keeps it when nothing follows. */
  step: (id: string, width: number) => void
}

export function useColumnWidths<R>(
  columns: GridColumn<R>[],
  chosen: string[] | null,
  onChosen: ((columns: string[]) => void) | undefined,
): { chosen: string[] | null; widths: ColumnWidths | undefined } {
  const [trial, setTrial] = useState<{ of: string[] | null; columns: string[] } | null>(null)
  // What was kept comes back as the list's own columns; the trial stands until then, and never again.
  if (trial && trial.of !== chosen) setTrial(null)
  const shown = trial && trial.of === chosen ? trial.columns : chosen
  const show = (id: string, width?: number) => {
    const next = withWidth(columns, shown, id, width === undefined ? undefined : fitWidth(width))
    setTrial({ of: chosen, columns: next })
    return next
  }
  const later = useDebouncedCallback((id: string, width: number) => onChosen?.(show(id, width)), REST)
  const keep = (id: string, width?: number) => {
    later.cancel()
    onChosen?.(show(id, width))
  }
  const step = (id: string, width: number) => {
    show(id, width)
    later(id, width)
  }
  return { chosen: shown, widths: onChosen && { show, keep, step } }
}

/** How wide a column's content is in the rows that are drawn. */
export function contentWidth(head: HTMLElement): number {
  const at = [...(head.parentElement?.children ?? [])].indexOf(head)
  const rows = head.closest('[role$=grid]')?.querySelectorAll('[role=row]') ?? []
  const cells = [...rows].flatMap((row) => (row.children[at] as HTMLElement | undefined) ?? [])
  // All of them before any is measured: the browser lays out once.
  for (const cell of cells) cell.style.width = 'max-content'
  const widest = Math.max(columnWidths.min, ...cells.map((cell) => innerWidth(cell)))
  for (const cell of cells) cell.style.width = ''
  return Math.ceil(widest) + 1
}

/** A cell's width without the part of a head that lies in the gap. */
export const innerWidth = (cell: HTMLElement): number =>
  cell.getBoundingClientRect().width - (Number.parseFloat(getComputedStyle(cell).paddingRight) || 0)
