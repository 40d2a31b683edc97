/** The list's keys for when the focus is elsewhere on the page: they take the reader into the list. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useActions, type Action } from '../../lib/actions.ts'

type Grid = {
  scroller: HTMLElement | null
  at: number
  count: number
  move: (index: number) => void
  peek?: (index: number) => void
  toggle?: (index: number, range: boolean) => void
  /** Whether widths of columns can be chosen. */
  sizing: boolean
  /** Changes the first cell of the row that may be changed. */
  edit?: () => void
  /** Those of the room, for the row one is at. */
  own: Action[]
}

type Act = Omit<Action, 'group'>

/** What is done with the row one is at, as far as the list offers it. */
const withRow = (t: TFunction, { scroller, at, peek, toggle, edit }: Grid): Act[] => {
  const here = Math.max(0, at)
  const change = () => {
    scroller?.focus()
    edit?.()
  }
  return [
    ...(edit ? [{ id: 'grid:cell', label: t(($) => $.list.cells), keys: 'F2', run: change }] : []),
    ...(peek ? [{ id: 'grid:peek', label: t(($) => $.peek.title), keys: 'Space', run: () => peek(here) }] : []),
    ...(toggle ? [{ id: 'grid:pick', label: t(($) => $.list.pick), keys: 'X', run: () => toggle(here, false) }] : []),
  ]
}

export function useGridActions(grid: Grid): void {
  const { scroller, at, count, move, sizing, own } = grid
  const { t } = useTranslation()
  const go = (index: number) => () => {
    if (count === 0) return
    scroller?.focus()
    move(Math.max(0, Math.min(count - 1, index)))
  }
  const walk: Act[] = [
    { id: 'grid:next', label: t(($) => $.list.next), keys: 'J', run: go(at + 1) },
    { id: 'grid:previous', label: t(($) => $.list.previous), keys: 'K', run: go(at - 1) },
  ]
  const size: Act = {
    id: 'grid:width',
    label: t(($) => $.list.widths),
    keys: 'W',
    run: () => scroller?.querySelector<HTMLElement>('[role=separator]')?.focus(),
  }
  const acts = [...walk, ...(sizing ? [size] : []), ...withRow(t, grid)]
  useActions([...acts.map((act): Action => ({ ...act, group: 'page' })), ...own])
}
