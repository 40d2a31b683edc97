/** What the grid remembers and does: the row one is at, keys, selection, asking for more. */
import { useCallback, useEffect, useEffectEvent, useId, useMemo, useState, type MouseEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { withoutPeek } from '../../lib/peek.ts'
import { usePreference } from '../../lib/preferences.ts'
import type { GridRow } from './columns.ts'
import { afterTurn, isBetween, recordAt, recordsOf, type Line } from './lines.ts'
import type { RecordGridProps } from './record-grid.tsx'
import { placeOf } from './remember-scroll.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useCells } from './use-cells.ts'
import { useGridActions } from './use-grid-actions.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridTable, type Selection } from './use-grid-table.ts'
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
      if (isBetween(row)) row.press()
      else if (onOpen) onOpen(row)
      else if (hrefOf) void navigate(hrefOf(row), { state: stateOf?.(row) })
    },
    [rows, hrefOf, stateOf, onOpen, navigate],
  )
  return { at, setAt, open }
}

/** A click takes one to a row and opens it, unless it only ends the editing of a cell. */
function usePoint(
  { setAt, open }: Pick<ReturnType<typeof usePointer>, 'setAt' | 'open'>,
  { isEnding, leave }: Pick<ReturnType<typeof useCells>, 'isEnding' | 'leave'>,
) {
  return useCallback(
    (index: number, event: MouseEvent) => {
      setAt(index)
      if (isEnding()) return
      leave()
      if (isPlainClick(event)) open(index)
    },
    [setAt, open, isEnding, leave],
  )
}

/** The row one is at is the one that is looked at, whoever steps on. */
function useFollow<R extends GridRow>(rows: Line<R>[], peeked: string | undefined, go: (index: number) => void): void {
  const follow = useEffectEvent(() => {
    const index = rows.findIndex(({ id }) => id === peeked)
    if (index >= 0) go(index)
  })
  useEffect(() => {
    if (peeked) follow()
  }, [peeked])
}

/** From line to line: what the keys do, apart from selecting. */
function useSteps<R extends GridRow>(
  { rows, grouped, onPeek, peeked }: RecordGridProps<R>,
  { setAt, open }: Pick<ReturnType<typeof usePointer>, 'setAt' | 'open'>,
  scrollTo: (index: number) => void,
) {
  const look = (index: number) => {
    const row = recordAt(rows, index)
    if (row) onPeek?.(row)
  }
  const go = (index: number) => {
    setAt(index)
    scrollTo(index)
  }
  const move = (index: number) => {
    go(index)
    if (peeked) look(index)
  }
  const turn = (index: number, opening: boolean) => {
    const step = afterTurn(rows, index, opening)
    if (step && 'press' in step) open(step.press)
    else if (step) move(step.move)
  }
  useFollow(rows, peeked, go)
  const peek = (index: number) => (isBetween(rows[index]) ? open(index) : look(index))
  return { move, open, ...(onPeek && { peek }), ...(grouped && { turn }) }
}

/** In a list that grows in its middle one stays at the line one was at. */
function useSameLine<R extends GridRow>(rows: Line<R>[], at: number, setAt: (index: number) => void): void {
  const [seen, setSeen] = useState({ rows, at })
  if (seen.rows === rows && seen.at === at) return
  const id = seen.at === at ? seen.rows[at]?.id : undefined
  const now = id === undefined || rows[at]?.id === id ? at : rows.findIndex((row) => row.id === id)
  const next = now < 0 ? at : now
  setSeen({ rows, at: next })
  if (next !== at) setAt(next)
}

export function useGrid<R extends GridRow>(props: RecordGridProps<R>) {
  const { rows, grouped, selection } = props
  const { pathname, search } = useLocation()
  const placeKey = `${pathname}?${withoutPeek(search)}`
  const pointer = usePointer(props, placeKey)
  const { at } = pointer
  const height = heights[usePreference('density')]
  const { scroller, setScroller, items, size, scrollTo } = useVirtualRows(rows.length, height, placeKey)
  const { chosen, widths } = useColumnWidths(props.columns, props.chosen ?? null, props.onChosen)
  const records = useMemo(() => recordsOf(rows), [rows])
  const layout = useGridTable(records, props.columns, chosen, selection)
  const toggle = useToggle(rows, selection)
  useMore(items.at(-1)?.index ?? 0, rows.length, props.hasMore, props.onMore)
  useRememberedPlace(placeKey, scroller, at)
  const steps = useSteps(props, pointer, scrollTo)
  const inCells = useCells({ cells: props.cells, rows, shown: layout.shown, at, setAt: pointer.setAt, scroller })
  useSameLine(grouped || inCells.cell ? rows : none, at, pointer.setAt)
  const select = selection && { select: toggle, selectAll: layout.selectAll, ...lettingGo(selection) }
  const count = rows.length
  const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height) - 2)
  const press = useGridKeys({ count, page, at, ...steps, ...select, inCell: inCells.press })
  const row = recordAt(rows, at)
  const own = (row && props.actsOn?.(row)) ?? []
  const edit = props.cells && { edit: () => void inCells.press('F2') }
  const sizing = widths !== undefined
  useGridActions({ scroller, at, count, sizing, own, ...steps, ...edit, ...(selection && { toggle }) })
  const { cell, forRows: cells, down } = inCells
  const point = usePoint(pointer, inCells)
  return { id: useId(), ...layout, widths, setScroller, items, size, at, point, toggle, press, cell, cells, down }
}

const lettingGo = ({ ids, parts, set }: Selection) =>
  (Object.keys(ids).length > 0 || Boolean(parts?.length)) && { clear: () => set({}) }

const none: never[] = []

export type Grid<R extends GridRow> = Omit<ReturnType<typeof useGrid<R>>, 'shown' | 'setScroller'>
