/** The list's keys for when the focus is elsewhere on the page: they take the reader into the list. */
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
  /** Those of the room, for the row one is at. */
  own: Action[]
}

export function useGridActions({ scroller, at, count, move, peek, toggle, sizing, own }: Grid): void {
  const { t } = useTranslation()
  const go = (index: number) => () => {
    if (count === 0) return
    scroller?.focus()
    move(Math.max(0, Math.min(count - 1, index)))
  }
  const walk: Action[] = [
    { id: 'grid:next', label: t(($) => $.list.next), group: 'page', keys: 'J', run: go(at + 1) },
    { id: 'grid:previous', label: t(($) => $.list.previous), group: 'page', keys: 'K', run: go(at - 1) },
  ]
  const pick: Action = {
    id: 'grid:pick',
    label: t(($) => $.list.pick),
    group: 'page',
    keys: 'X',
    run: () => toggle?.(Math.max(0, at), false),
  }
  const look: Action = {
    id: 'grid:peek',
    label: t(($) => $.peek.title),
    group: 'page',
    keys: 'Space',
    run: () => peek?.(Math.max(0, at)),
  }
  const size: Action = {
    id: 'grid:width',
    label: t(($) => $.list.widths),
    group: 'page',
    keys: 'W',
    run: () => scroller?.querySelector<HTMLElement>('[role=separator]')?.focus(),
  }
  useActions([...walk, ...(sizing ? [size] : []), ...(peek ? [look] : []), ...(toggle ? [pick] : []), ...own])
}
