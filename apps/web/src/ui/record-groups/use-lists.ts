/** Several lists read page by page side by side, however many there are: what `useInfiniteQuery` is for one. */
import { InfiniteQueryObserver, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { listOptions, ListKey } from '../../lib/list-options.ts'
import type { ListQuery } from '../list-query.ts'

type Options = ReturnType<typeof listOptions<ListKey>>
/** What is read, by the name under which it is asked for here. */
export type Lists = ReadonlyMap<string, Options>
type Results<R> = ReadonlyMap<string, ListQuery<R>>

const observe = (client: QueryClient, options: Options) => new InfiniteQueryObserver(client, options)
type Watched = { observer: ReturnType<typeof observe>; stop: () => void }

function makeStore<R>(client: QueryClient) {
  const watched = new Map<string, Watched>()
  const listeners = new Set<() => void>()
  let results: Results<R> = new Map()
  const tell = () => {
    // The routes of lists answer rows of the noun they are named after.
    const read = (observer: Watched['observer']) => observer.getCurrentResult() as unknown as ListQuery<R>
    const found = new Map([...watched].map(([id, { observer }]) => [id, read(observer)]))
    if (found.size === results.size && [...found].every(([id, result]) => results.get(id) === result)) return
    results = found
    for (const listener of listeners) listener()
  }
  const begin = (id: string, options: Options) => {
    const observer = observe(client, options)
    watched.set(id, { observer, stop: observer.subscribe(tell) })
  }
  const read = (lists: Lists) => {
    for (const [id, { stop }] of watched)
      if (!lists.has(id)) {
        stop()
        watched.delete(id)
      }
    for (const [id, options] of lists) {
      const known = watched.get(id)
      if (known) known.observer.setOptions(options)
      else begin(id, options)
    }
    tell()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return { read, subscribe, results: () => results }
}

const nothing: Lists = new Map()

/** The rows of each list as far as they have come; of one that was just added, nothing for a moment. */
export function useLists<R>(lists: Lists): Results<R> {
  const client = useQueryClient()
  const [store] = useState(() => makeStore<R>(client))
  useEffect(() => store.read(lists), [store, lists])
  useEffect(() => () => store.read(nothing), [store])
  return useSyncExternalStore(store.subscribe, store.results)
}
