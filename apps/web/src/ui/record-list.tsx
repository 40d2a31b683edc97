/**
 * The body of a list: skeleton, grid, nothing yet, or nothing that matches. The room gives the query of its rows; what
 * stands around (head, filter bar, actions) is the page's own.
 */
import type { ReactNode } from 'react'
import type { ListState } from '../lib/list-state.ts'
import { NoMatch } from './empty-state.tsx'
import { rowsOf, totalOf, type ListQuery } from './list-query.ts'
import { QueryProblem } from './query-problem.tsx'
import type { GridRow } from './record-grid/columns.ts'
import { GridSkeleton } from './record-grid/grid-skeleton.tsx'
import { RecordGrid, type RecordGridProps } from './record-grid/record-grid.tsx'

type Props<R extends GridRow> = Omit<RecordGridProps<R>, 'rows' | 'sort' | 'onSort' | 'chosen'> & {
  query: ListQuery<R>
  state: ListState
  onChange: (change: Partial<ListState>) => void
  /** Shown when there is nothing at all. */
  empty: ReactNode
}

export function RecordList<R extends GridRow>({ query, state, onChange, empty, ...grid }: Props<R>) {
  const rows = rowsOf(query)
  const narrowed = state.filter !== undefined || state.search !== ''
  const clear = () => onChange({ filter: undefined, search: '' })
  if (query.isPending) return <GridSkeleton />
  if (query.isError && rows.length === 0) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (rows.length === 0) return narrowed ? <NoMatch onClear={clear} /> : empty
  return (
    <RecordGrid
      {...grid}
      rows={rows}
      chosen={state.columns}
      sort={state.sort}
      onSort={(sort) => onChange({ sort })}
      total={totalOf(query)?.value}
      hasMore={query.hasNextPage}
      onMore={() => void query.fetchNextPage({ cancelRefetch: false })}
      stale={query.isPlaceholderData}
    />
  )
}
