/** What a list tells those who leave it for one of its records: where that stands, and the ids of the pages read so far. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ListKey } from '../lib/list-options.ts'
import type { ListState } from '../lib/list-state.ts'
import { useOpenList, type WalkOf } from '../lib/open-list.ts'
import { stretchOf, walkThrough, type Walk } from '../lib/walk.ts'
import { totalOf, type ListQuery } from './list-query.ts'

type Place = Pick<Walk, 'cursors' | 'page'>
type Row = { id: string }
/** Rows that were read, and of which list they are. */
export type ReadList<R> = { query: ListQuery<R>; state: Pick<ListState, 'filter' | 'sort' | 'search'> }
type Walked<R> = { data: NonNullable<ListQuery<R>['data']>; walkAt: (place: Place) => Walk }

const cursorsOf = ({ data }: Walked<Row>) => data.pageParams.map(String)

/** One cannot walk where rows of another filter are still shown. */
const walkedOf = <R>(key: ListKey, { query, state }: ReadList<R>): Walked<R>[] => {
  const { data, isPlaceholderData } = query
  if (!data || isPlaceholderData) return []
  const { filter, sort, search } = state
  const total = totalOf(query)
  return [{ data, walkAt: (place) => walkThrough(key, { filter, sort, search }, { ...place, total }) }]
}

const placesIn = (walked: Walked<Row>): [string, Walk][] => {
  const cursors = cursorsOf(walked)
  return walked.data.pages.flatMap(({ items }, page) => {
    const walk = walked.walkAt({ cursors: cursors.slice(0, page + 1), page })
    return items.map(({ id }): [string, Walk] => [id, walk])
  })
}

/** The pages that were read are known to who walks on. */
function useSeeds(lists: Walked<Row>[]): void {
  const client = useQueryClient()
  useEffect(() => {
    for (const walked of lists)
      for (const [page, { items, nextCursor }] of walked.data.pages.entries())
        client.setQueryData(stretchOf(walked.walkAt({ cursors: cursorsOf(walked), page })).queryKey, {
          ids: items.map(({ id }) => id),
          next: nextCursor,
        })
  }, [client, lists])
}

/** The walk at a record of any of these lists; undefined where none can be walked. */
export function useListsWalk<R extends Row>(key: ListKey | undefined, lists: ReadList<R>[]): WalkOf | undefined {
  const walked = useMemo(() => (key ? lists.flatMap((list) => walkedOf(key, list)) : []), [key, lists])
  const walkOf = useMemo(() => {
    if (walked.length === 0) return undefined
    const walks = new Map(walked.flatMap(placesIn))
    return (id: string) => walks.get(id)
  }, [walked])
  useSeeds(walked)
  useOpenList(walkOf)
  return walkOf
}

/** The walk at a record of the list. */
export function useListWalk<R extends Row>(
  key: ListKey | undefined,
  query: ListQuery<R>,
  { filter, sort, search }: ListState,
): WalkOf | undefined {
  const { data, isPlaceholderData } = query
  // The query is another object at every turn; what is walked changes with its rows alone.
  const lists = useMemo(
    () => [{ query: { data, isPlaceholderData } as ListQuery<R>, state: { filter, sort, search } }],
    [data, isPlaceholderData, filter, sort, search],
  )
  return useListsWalk(key, lists)
}
