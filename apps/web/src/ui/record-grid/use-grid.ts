/** What the grid remembers and does: the row one is at, keys, selection, asking for more. */
import { useCallback, useEffect, useEffectEvent, useId, useState, type MouseEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { withoutPeek } from '../../lib/peek.ts'
import { usePreference } from '../../lib/preferences.ts'
import type { GridRow } from './columns.ts'
import type { RecordGridProps } from './record-grid.tsx'
import { placeOf } from './remember-scroll.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useGridActions } from './use-grid-actions.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridTable } from './use-grid-table.ts'
import { useToggle } from './use-selection.ts'
import { useMore, useRememberedPlace, useVirtualRows } from './use-virtual-rows.ts'

const heights = { compact: 32, standard: 36, roomy: 44 } as const

const isPlainClick = (event: MouseEvent) =>
  !event.defaultPrevented &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  (getSelection()?.isCollapsed ?? true)

/** The row one is at, and opening it. */
function usePointer<R extends GridRow>({ rows, hrefOf, stateOf, onOpen }: RecordGridProps<R>, placeKey: string) {
  const navigate = useNavigate()
  const [at, setAt] = useState(() => placeOf(placeKey).at)
  const open = useCallback(
    (index: number) => {
      const row = rows[index]
      if (!row) return
      if (onOpen) onOpen(row)
      else if (hrefOf) void navigate(hrefOf(row), { state: stateOf?.(row) })
    },
    [rows, hrefOf, stateOf, onOpen, navigate],
  )
  const point = useCallback(
    (index: number, event: MouseEvent) => {
      setAt(index)
      if (isPlainClick(event)) open(index)
    },
    [open],
  )
  return { at, setAt, open, point }
}

/** The row one is at is the one that is looked at, whoever steps on. */
function useFollow<R extends GridRow>(rows: R[], peeked: string | undefined, go: (index: number) => void): void {
  const follow = useEffectEvent(() => {
    const index = rows.findIndex(({ id }) => id === peeked)
    if (index >= 0) go(index)
  })
  useEffect(() => {
    if (peeked) follow()
  }, [peeked])
}

export function useGrid<R extends GridRow>(props: RecordGridProps<R>) {
  const { rows, selection, onPeek, peeked } = props
  const { pathname, search } = useLocation()
  const placeKey = `${pathname}?${withoutPeek(search)}`
  const { at, setAt, open, point } = usePointer(props, placeKey)
  const height = heights[usePreference('density')]
  const { scroller, setScroller, items, size, scrollTo } = useVirtualRows(rows.length, height, placeKey)
  const { chosen, widths } = useColumnWidths(props.columns, props.chosen ?? null, props.onChosen)
  const layout = useGridTable(rows, props.columns, chosen, selection)
  const toggle = useToggle(rows, selection)
  useMore(items.at(-1)?.index ?? 0, rows.length, props.hasMore, props.onMore)
  useRememberedPlace(placeKey, scroller, at)
  const look = (index: number) => rows[index] && onPeek?.(rows[index])
  const go = (index: number) => {
    setAt(index)
    scrollTo(index)
  }
  const move = (index: number) => {
    go(index)
    if (peeked) look(index)
  }
  useFollow(rows, peeked, go)
  const isAnyChosen = selection && Object.keys(selection.ids).length > 0
  const clear = isAnyChosen && { clear: () => selection.set({}) }
  const select = selection && { select: toggle, selectAll: layout.selectAll, ...clear }
  const peek = onPeek && { peek: look }
  const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height) - 2)
  const press = useGridKeys({ count: rows.length, page, at, move, open, ...peek, ...select })
  useGridActions({
    scroller,
    at,
    count: rows.length,
    move,
    sizing: widths !== undefined,
    own: (rows[at] && props.actsOn?.(rows[at])) ?? [],
    ...peek,
    ...(selection && { toggle }),
  })
  return { id: useId(), ...layout, widths, setScroller, items, size, at, point, toggle, press }
}

export type Grid = Omit<ReturnType<typeof useGrid>, 'shown' | 'setScroller'>
