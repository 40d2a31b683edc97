/**
 * A list in groups: one question names them all, and each that is open reads its own records page by page. Loaded when a list
 * is grouped.
 */
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { QueryProblem } from '../query-problem.tsx'
import type { GridRow } from '../record-grid/columns.ts'
import { GridSkeleton } from '../record-grid/grid-skeleton.tsx'
import type { Between } from '../record-grid/lines.ts'
import { RecordGrid } from '../record-grid/record-grid.tsx'
import type { RecordListProps } from '../record-list.tsx'
import { useListGrid } from '../use-list-grid.ts'
import { useListsWalk } from '../use-list-walk.ts'
import { BetweenRow } from './between-row.tsx'
import { groupLines, type Shown } from './group-lines.tsx'
import { MOST_GROUPS, type GroupedBy, type ListGroups } from './groups.ts'
import type { GroupHead as Head } from './heads.ts'
import { useGroupHeads } from './use-group-heads.ts'
import { useGroupRows } from './use-group-rows.ts'
import { useGroupSelection } from './use-group-selection.ts'
import { useOpened } from './use-opened.ts'
import { WholeLine } from './whole-line.tsx'

type Props<R extends GridRow> = RecordListProps<R> & { groups: ListGroups; by: GroupedBy }

/** Heads that stand there at first, and that come with each request for more. */
const STEP = 50

/** The heads in sight, and which of them are open. */
function useShown(heads: Head[], place: string) {
  const [limit, setLimit] = useState(STEP)
  const { isOpen, turn } = useOpened(place)
  const shown = useMemo(
    () => heads.slice(0, limit).map((head, at): Shown => ({ head, isOpen: isOpen(head.id, at) })),
    [heads, limit, isOpen],
  )
  const opened = useMemo(() => shown.flatMap((one) => (one.isOpen ? [one.head] : [])), [shown])
  const open = useCallback((id: string) => turn(id, true), [turn])
  return { shown, opened, turn, open, more: () => setLimit((now) => now + STEP) }
}

/** After the last head: those that are not shown yet, or what the API left out. */
function useEnd(heads: number, shown: number, more: () => void): Between[] {
  const { t } = useTranslation()
  const left = heads - shown
  if (left === 0 && heads < MOST_GROUPS) return []
  const words =
    left > 0 ? t(($) => $.list.moreGroups, { count: left }) : t(($) => $.list.groupsCut, { count: MOST_GROUPS })
  const press = left > 0 ? more : () => undefined
  return [
    {
      id: 'groups:end',
      isBetween: true,
      press,
      draw: (place) => (
        <BetweenRow
          place={place}
          press={press}
          cells={place && <WholeLine of={place}>{words}</WholeLine>}
          card={words}
        />
      ),
    },
  ]
}

export default function GroupedList<R extends GridRow>(props: Props<R>) {
  const { groups, by, state, walk, peekAs, query: _, empty: _none, onChange, ...given } = props
  const { query, heads, nameOf } = useGroupHeads(groups, by, state)
  const { shown, opened, turn, open, more } = useShown(heads, `${useLocation().pathname} ${by.name}`)
  const { rows, read } = useGroupRows<R>(groups, by, state, opened)
  const { selection, tickOf } = useGroupSelection(given.selection, by, rows, open)
  const walkOf = useListsWalk(walk, read)
  const grid = useListGrid<R>({ state, onChange, peekAs }, walkOf)
  const end = useEnd(heads.length, shown.length, more)
  if (query.isPending) return <GridSkeleton />
  if (query.isError && heads.length === 0)
    return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  const draw = { rows, nameOf, turn, tickOf, sums: groups.sums }
  return (
    <RecordGrid
      {...given}
      {...grid}
      selection={selection}
      grouped
      rows={[...shown.flatMap((one) => groupLines(one, draw)), ...end]}
      hasMore={read.some((list) => list.query.hasNextPage)}
      stale={query.isPlaceholderData}
    />
  )
}
