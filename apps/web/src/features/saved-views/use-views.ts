/** Which views there are of a noun, which one the address names, and how it differs from that. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { viewsQuery, type SavedView, type ViewEntity } from './saved-views.queries.ts'

/** In the address: no view, although one would be shown first. */
const NO_VIEW = 'all'
const content = ['filter', 'sort', 'group', 'columns', 'layout', 'pipeline'] as const
export type Part = (typeof content)[number]
// Without a view, board or table and its pipeline are a way of looking, not a change.
const choices: readonly Part[] = ['filter', 'sort', 'group', 'columns']
const spoken = [...content, 'view', 'q', 'edit']

/** One's own first view goes before everybody's. */
const firstOf = (views: readonly SavedView[]) =>
  views.find(({ isDefault, shared }) => isDefault && shared !== 'all') ?? views.find(({ isDefault }) => isDefault)

const without = (params: URLSearchParams, names: readonly string[]) => {
  const next = new URLSearchParams(params)
  for (const name of names) next.delete(name)
  return next
}

export type Views = ReturnType<typeof useViews>

export function useViews(entity: ViewEntity) {
  const [params, setParams] = useSearchParams()
  const query = useQuery(viewsQuery(entity))
  const { isPending } = query
  const views = query.data?.items ?? []
  const named = params.get('view')
  const wanted = named === NO_VIEW ? null : named
  const view = views.find(({ id }) => id === wanted)
  const first = firstOf(views)?.id
  // A bare address opens what is shown first; one that says anything is taken at its word.
  const isBare = spoken.every((name) => !params.has(name))
  const opens = isBare ? first : undefined
  useEffect(() => {
    // Beside it the address may ask for a panel.
    const named = (now: URLSearchParams) => new URLSearchParams([...now, ['view', opens ?? '']])
    if (opens) setParams(named, { replace: true, preventScrollReset: true })
  }, [opens, setParams])
  const changed = (view ? content : choices).filter((name) => params.has(name))
  const searchOf = (id?: string) => (id ? `?view=${id}` : first ? `?view=${NO_VIEW}` : '')
  return {
    entity,
    views,
    view,
    /** The address names a view that is not there for this reader. */
    isMissing: wanted !== null && !view && query.data !== undefined,
    /** Which views there are could not be learnt. */
    failed: query.isLoadingError ? { error: query.error, retry: () => void query.refetch() } : null,
    /** Whether it is known what the list shows. */
    ready: !((wanted !== null || isBare) && isPending) && opens === undefined,
    /** The parts in which the address differs from the view. */
    changed,
    /** The address of a view by itself, of no view when absent. */
    searchOf,
    open: (id?: string) => setParams(searchOf(id)),
    /** Takes parts of the address back. */
    drop: (names: readonly Part[]) => setParams((now) => without(now, names), { preventScrollReset: true }),
  }
}
