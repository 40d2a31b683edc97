/** What a list tells those who leave it for one of its records: where that stands, and the ids of the pages read so far. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ListKey } from '../lib/list-options.ts'
import type { ListState } from '../lib/list-state.ts'
import { useOpenList, type WalkOf } from '../lib/open-list.ts'
import { stretchOf, walkThrough, type Walk } from '../lib/walk.ts'
import { totalOf, type ListQuery } from './list-query.ts'

type Place = Pick<Walk, 'cursors' | 'page'>

type Pages<R> = ListQuery<R>['data']

/** The pages that were read are known to who walks on. */
function useSeeds<R extends { id: string }>(walkAt: ((place: Place) => Walk) | undefined, data: Pages<R>): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!walkAt || !data) return
    const cursors = data.pageParams.map(String)
    for (const [page, { items, nextCursor }] of data.pages.entries())
      client.setQueryData(stretchOf(walkAt({ cursors, page })).queryKey, {
        ids: items.map(({ id }) => id),
        next: nextCursor,
      })
  }, [client, walkAt, data])
}

/** The walk at a record of the list; undefined where none can be walked, and while rows of another filter are still shown. */
export function useListWalk<R extends { id: string }>(
  key: ListKey | undefined,
  query: ListQuery<R>,
  state: ListState,
): WalkOf | undefined {
  const { data, isPlaceholderData } = query
  const { filter, sort, search } = state
  const total = totalOf(query)
  const walkAt = useMemo(
    () =>
      key && data && !isPlaceholderData
        ? (place: Place) => walkThrough(key, { filter, sort, search }, { ...place, total })
        : undefined,
    [key, data, isPlaceholderData, filter, sort, search, total],
  )
  const walkOf = useMemo(() => {
    if (!walkAt || !data) return undefined
    const cursors = data.pageParams.map(String)
    const pageOf = new Map(data.pages.flatMap(({ items }, page) => items.map(({ id }) => [id, page] as const)))
    return (id: string) => {
      const page = pageOf.get(id)
      return page === undefined ? undefined : walkAt({ cursors: cursors.slice(0, page + 1), page })
    }
  }, [walkAt, data])
  useSeeds(walkAt, data)
  useOpenList(walkOf)
  return walkOf
}
