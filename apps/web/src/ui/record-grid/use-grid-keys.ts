/**
 * The keyboard of a list: ↑↓ J K move, Home End, Enter opens, X selects, Shift extends, Mod+A takes all, Esc lets go; → ← open
 * and close groups, and go into the cells of a row.
 */
import { useCallback, type KeyboardEvent } from 'react'

export type GridKeys = {
  count: number
  page: number
  at: number
  move: (index: number) => void
  open: (index: number) => void
  peek?: (index: number) => void
  select?: (index: number, range: boolean) => void
  selectAll?: () => void
  /** Opens or closes the group one is at. */
  turn?: (index: number, open: boolean) => void
  /** Where something is selected. */
  clear?: () => void
  /** What a key means to the cell one is at; false where it means nothing. */
  inCell: (key: string) => boolean
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, J: 1, k: -1, K: -1 }

const within = (index: number, count: number) => Math.max(0, Math.min(count - 1, index))

/** The row a key moves to; null when the key does not move. */
export function rowAfter(key: string, { at, count, page }: Pick<GridKeys, 'at' | 'count' | 'page'>): number | null {
  const step = steps[key]
  if (step !== undefined) return within(at + step, count)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key === 'PageDown') return within(at + page, count)
  return key === 'PageUp' ? within(at - page, count) : null
}

/**
 * What has the focus inside the list: the head of a column or a button of a row is pressed by these keys itself, an input takes
 * them all.
 */
const isOfControl = ({ key, target, currentTarget }: KeyboardEvent) =>
  target !== currentTarget &&
  target instanceof Element &&
  target.closest(key === 'Enter' || key === ' ' ? 'button, a, form' : 'form') !== null

export function useGridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const { at, count } = grid
      if (event.defaultPrevented || event.nativeEvent.isComposing || count === 0 || isOfControl(event)) return
      const command = event.metaKey || event.ctrlKey
      if (command && event.key.toLowerCase() !== 'a') return
      if (!command && grid.inCell(event.key)) return event.preventDefault()
      const handled = command ? run(grid.selectAll) : press(event, grid, rowAfter(event.key, grid), Math.max(0, at))
      if (handled) event.preventDefault()
    },
    [grid],
  )
}

function run(act: (() => void) | undefined): boolean {
  act?.()
  return act !== undefined
}

function press(event: KeyboardEvent, grid: GridKeys, target: number | null, at: number): boolean {
  if (target !== null) {
    grid.move(target)
    if (event.shiftKey) grid.select?.(target, true)
    return true
  }
  switch (event.key) {
    case 'Enter':
      return run(() => grid.open(at))
    case ' ':
      return run(() => (grid.peek ?? grid.open)(at))
    case 'x':
    case 'X':
      return run(grid.select && (() => grid.select?.(at, event.shiftKey)))
    case 'ArrowRight':
    case 'ArrowLeft':
      return run(grid.turn && (() => grid.turn?.(at, event.key === 'ArrowRight')))
    case 'Escape':
      return run(grid.clear)
    default:
      return false
  }
}
