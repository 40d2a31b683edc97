/**
 * The body of a list: skeleton, grid, nothing yet, or nothing that matches. The room gives the query of its rows; what
 * stands around (head, filter bar, actions) is the page's own.
 */
import { lazy, Suspense, type ReactNode } from 'react'
import type { ListKey } from '../lib/list-options.ts'
import type { ListState } from '../lib/list-state.ts'
import type { PeekAs } from '../lib/peek.ts'
import { NoMatch } from './empty-state.tsx'
import { rowsOf, totalOf, type ListQuery } from './list-query.ts'
import { QueryProblem } from './query-problem.tsx'
import type { GridRow } from './record-grid/columns.ts'
import { GridSkeleton } from './record-grid/grid-skeleton.tsx'
import { RecordGrid, type RecordGridProps } from './record-grid/record-grid.tsx'
import type { ListSelection } from './record-grid/use-selection.ts'
import { groupedBy, type ListGroups } from './record-groups/groups.ts'
import { useListGrid } from './use-list-grid.ts'
import { useListWalk } from './use-list-walk.ts'

// Most lists are never grouped.
const GroupedList = lazy(() => import('./record-groups/grouped-list.tsx'))

type OwnProps =
  | 'selection'
  | 'rows'
  | 'grouped'
  | 'sort'
  | 'onSort'
  | 'chosen'
  | 'onChosen'
  | 'stateOf'
  | 'onPeek'
  | 'peeked'

export type RecordListProps<R extends GridRow> = Omit<RecordGridProps<R>, OwnProps> & {
  query: ListQuery<R>
  state: ListState
  onChange: (change: Partial<ListState>) => void
  /** Nothing can be selected without it. */
  selection?: ListSelection | undefined
  /** Shown when there is nothing at all. */
  empty: ReactNode
  /** The route of the list, where its records have pages from which one walks on to the next. */
  walk?: ListKey
  /** As what a record can be looked at beside the list. */
  peekAs?: PeekAs
  /** Where its groups come from, when its records can stand in some. */
  groups?: ListGroups
}

export function RecordList<R extends GridRow>(props: RecordListProps<R>) {
  const { query, state, onChange, empty, groups } = props
  const by = groupedBy(groups, state.group)
  const narrowed = state.filter !== undefined || state.search !== ''
  const clear = () => onChange({ filter: undefined, search: '' })
  // In groups it is their heads that say how many there are.
  const isEmpty = by ? !totalOf(query)?.value : rowsOf(query).length === 0
  if (query.isPending) return <GridSkeleton />
  if (query.isError && isEmpty) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (isEmpty) return narrowed ? <NoMatch onClear={clear} /> : empty
  if (!groups || !by) return <PlainList {...props} />
  // Loaded late, it no longer knows of which rows; they come through it untouched.
  const grouped = { ...props, groups, by } as unknown as RecordListProps<GridRow> & {
    groups: ListGroups
    by: typeof by
  }
  return (
    <Suspense fallback={<GridSkeleton />}>
      <GroupedList key={by.name} {...grouped} />
    </Suspense>
  )
}

function PlainList<R extends GridRow>(props: RecordListProps<R>) {
  const { query, state, onChange, empty: _, walk, peekAs, groups: _none, ...given } = props
  const walkOf = useListWalk(walk, query, state)
  const grid = useListGrid<R>({ state, onChange, peekAs }, walkOf)
  return (
    <RecordGrid
      {...given}
      {...grid}
      rows={rowsOf(query)}
      total={totalOf(query)?.value}
      hasMore={query.hasNextPage}
      onMore={() => void query.fetchNextPage({ cancelRefetch: false })}
      stale={query.isPlaceholderData}
    />
  )
}
