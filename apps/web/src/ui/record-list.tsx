/**
 * The body of a list: skeleton, grid, nothing yet, or nothing that matches. The room gives the query of its rows; what
 * stands around (head, filter bar, actions) is the page's own.
 */
import { useCallback, type ReactNode } from 'react'
import type { ListKey } from '../lib/list-options.ts'
import type { ListState } from '../lib/list-state.ts'
import { usePeek, type PeekAs } from '../lib/peek.ts'
import type { Walk } from '../lib/walk.ts'
import { NoMatch } from './empty-state.tsx'
import { rowsOf, totalOf, type ListQuery } from './list-query.ts'
import { QueryProblem } from './query-problem.tsx'
import type { GridRow } from './record-grid/columns.ts'
import { GridSkeleton } from './record-grid/grid-skeleton.tsx'
import { RecordGrid, type RecordGridProps } from './record-grid/record-grid.tsx'
import { useListWalk } from './use-list-walk.ts'

type Props<R extends GridRow> = Omit<
  RecordGridProps<R>,
  'rows' | 'sort' | 'onSort' | 'chosen' | 'onChosen' | 'stateOf' | 'onPeek' | 'peeked'
> & {
  query: ListQuery<R>
  state: ListState
  onChange: (change: Partial<ListState>) => void
  /** Shown when there is nothing at all. */
  empty: ReactNode
  /** The route of the list, where its records have pages from which one walks on to the next. */
  walk?: ListKey
  /** As what a record can be looked at beside the list. */
  peekAs?: PeekAs
}

const stateWith = (walk: Walk | undefined) => walk && { walk }

export function RecordList<R extends GridRow>({ query, state, onChange, empty, walk, peekAs, ...grid }: Props<R>) {
  const walkOf = useListWalk(walk, query, state)
  const { peeked, peek } = usePeek()
  const stateOf = useCallback((row: R) => stateWith(walkOf?.(row.id)), [walkOf])
  const rows = rowsOf(query)
  const narrowed = state.filter !== undefined || state.search !== ''
  const clear = () => onChange({ filter: undefined, search: '' })
  if (query.isPending) return <GridSkeleton />
  if (query.isError && rows.length === 0) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (rows.length === 0) return narrowed ? <NoMatch onClear={clear} /> : empty
  return (
    <RecordGrid
      {...grid}
      stateOf={stateOf}
      {...(peekAs && { onPeek: ({ id }: R) => peek({ as: peekAs, id }) })}
      peeked={peeked && peeked.as === peekAs ? peeked.id : undefined}
      rows={rows}
      chosen={state.columns}
      onChosen={(columns) => onChange({ columns })}
      sort={state.sort}
      onSort={(sort) => onChange({ sort })}
      total={totalOf(query)?.value}
      hasMore={query.hasNextPage}
      onMore={() => void query.fetchNextPage({ cancelRefetch: false })}
      stale={query.isPlaceholderData}
    />
  )
}
