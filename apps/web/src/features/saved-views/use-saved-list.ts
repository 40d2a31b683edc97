/**
 * A list's state where views are kept of it: `?view=<id>` and, beside it, only what differs from that view. Without a view
 * the address says everything but the columns, which are the reader's own.
 */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { readSort, useListState, type ListState } from '../../lib/list-state.ts'
import { setOwnColumns, useOwnColumns } from '../../lib/own-columns.ts'
import type { SavedView, ViewEntity } from './saved-views.queries.ts'
import { useViews, type Views } from './use-views.ts'

export type SavedList = { views: Views; state: ListState; change: (change: Partial<ListState>) => void }

/** What a list shows when the address says nothing else: the view's own, else the page's usual. */
const baseOf = (view: SavedView | undefined, usual: Partial<ListState>, own: string[] | null): Partial<ListState> => {
  if (!view) return own ? { ...usual, columns: own } : usual
  const sort = view.sort ?? []
  return {
    ...(view.filter && { filter: view.filter as Filter }),
    columns: view.columns ?? null,
    // Of a board it names the pipeline.
    ...(view.layout === 'table' && { group: view.group }),
    ...(sort.length > 0 ? { sort: readSort(sort.join(',')) } : usual.sort && { sort: usual.sort }),
  }
}

export function useSavedList(entity: ViewEntity, usual: (view?: SavedView) => Partial<ListState>): SavedList {
  const views = useViews(entity)
  const own = useOwnColumns(entity)
  const [state, set] = useListState(baseOf(views.view, usual(views.view), own))
  const change = (next: Partial<ListState>) => {
    if (views.view || !('columns' in next)) return set(next)
    const { columns = null, ...others } = next
    // A browser that keeps nothing has them in the address.
    if (!setOwnColumns(entity, columns)) return set(next)
    views.drop(['columns'])
    if (Object.keys(others).length > 0) set(others)
  }
  return { views, state, change }
}
