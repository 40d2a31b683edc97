/** The edge of a column's head: drawn, or moved by arrow keys, it makes the column wider or narrower; twice clicked it fits. */
import { columnWidths, fitWidth } from '@rapport/domain/column-entries.ts'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './record-grid.module.css'
import { contentWidth, innerWidth, type ColumnWidths } from './use-column-widths.ts'

type Props = { id: string; name: string; width: number; widths: ColumnWidths }

const { min, max, step } = columnWidths
const FAR = 4

const headOf = (edge: HTMLElement) => edge.parentElement as HTMLElement

/** The width a key means; undefined for a key that means none. */
export function widthAfter(key: string, now: number, far: boolean): number | undefined {
  const by = far ? step * FAR : step
  if (key === 'ArrowRight') return now + by
  if (key === 'ArrowLeft') return now - by
  if (key === 'Home') return min
  return key === 'End' ? max : undefined
}

function useDrag(id: string, { show, keep }: ColumnWidths) {
  const from = useRef<{ x: number; width: number } | null>(null)
  const widthAt = (event: PointerEvent) => (from.current ? from.current.width + event.clientX - from.current.x : 0)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { x: event.clientX, width: innerWidth(headOf(event.currentTarget)) }
    },
    onPointerMove: (event: PointerEvent) => from.current && show(id, widthAt(event)),
    onPointerUp: (event: PointerEvent) => {
      // A click that moves nothing chooses nothing; the second of two fits the column.
      if (from.current && event.clientX !== from.current.x) keep(id, widthAt(event))
      from.current = null
    },
    onPointerCancel: () => {
      if (from.current) show(id, from.current.width)
      from.current = null
    },
  }
}

export function ColumnEdge({ id, name, width, widths }: Props) {
  const { t } = useTranslation()
  const drag = useDrag(id, widths)
  const fit = (edge: HTMLElement) => widths.keep(id, contentWidth(headOf(edge)))
  // A second press may come before the browser has drawn the first one; a column that never was stepped can be wider than it says.
  const stepped = useRef<number>(undefined)
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const edge = event.currentTarget
    const now = stepped.current === width ? width : innerWidth(headOf(edge))
    const next = widthAfter(event.key, now, event.shiftKey)
    if (next !== undefined) widths.step(id, (stepped.current = fitWidth(next)))
    else if (event.key === 'Enter') fit(edge)
    else if (event.key === 'Delete' || event.key === 'Backspace') widths.keep(id)
    else return
    // The list moves by the same keys.
    event.preventDefault()
  }
  return (
    // A separator that can be moved takes the focus and the keys: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(($) => $.list.width, { name })}
      aria-valuenow={Math.round(width)}
      aria-valuemin={min}
      aria-valuemax={max}
      title={t(($) => $.list.widthHelp)}
      className={styles.edge}
      onKeyDown={press}
      onDoubleClick={(event) => fit(event.currentTarget)}
      {...drag}
    />
  )
}
