/** Dictionaries and their items from the API. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type BodyOf, type ReplyOf } from '../../lib/call.ts'

export type Dictionary = ReplyOf<'GET /dictionaries/:id'>
export type Item = ReplyOf<'GET /dictionary-items/:id'>

export const allDictionaries = queryOptions({
  queryKey: ['dictionaries', 'all'],
  queryFn: ({ signal }) => call('GET /dictionaries', { query: { limit: '200', sort: 'label' }, signal }),
})

/** All items of a dictionary in their order, retired ones among them. */
export const itemsOf = (dictionaryId: string) =>
  queryOptions({
    queryKey: ['dictionary-items', 'of', dictionaryId],
    queryFn: ({ signal }) => {
      const filter = JSON.stringify({ field: 'dictionaryId', op: 'eq', value: dictionaryId })
      return call('GET /dictionary-items', { query: { filter, limit: '200', sort: 'order,code' }, signal })
    },
  })

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['dictionary-items', 'one', id],
    queryFn: ({ signal }) => call('GET /dictionary-items/:id', { params: { id }, signal }),
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  const refresh = () =>
    Promise.all(['dictionaries', 'dictionary-items'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  return useMutation({ mutationFn: change, onSuccess: refresh })
}

export const useCreateDictionary = () =>
  useChange((body: BodyOf<'POST /dictionaries'>) => call('POST /dictionaries', { body }))

export const useCreateItem = () =>
  useChange((body: BodyOf<'POST /dictionary-items'>) => call('POST /dictionary-items', { body }))

type Change = { item: Pick<Item, 'id' | 'version'>; body: BodyOf<'PATCH /dictionary-items/:id'> }
export const useUpdateItem = () =>
  useChange(({ item, body }: Change) =>
    call('PATCH /dictionary-items/:id', { params: { id: item.id }, body, version: item.version }),
  )

export const useArchiveItem = () =>
  useChange(({ item, archive }: { item: Pick<Item, 'id' | 'version'>; archive: boolean }) => {
    const args = { params: { id: item.id }, body: { version: item.version } }
    return archive
      ? call('POST /dictionary-items/:id/archive', args)
      : call('POST /dictionary-items/:id/unarchive', args)
  })

/** Shows the new order at once; the server's word replaces it. */
export function useReorder(dictionary: Dictionary) {
  const client = useQueryClient()
  const { queryKey } = itemsOf(dictionary.id)
  return useMutation({
    mutationFn: (itemIds: string[]) =>
      call('POST /dictionaries/:id/reorder', {
        params: { id: dictionary.id },
        body: { itemIds, version: dictionary.version },
      }),
    onMutate: (itemIds) => {
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, (page) => page && { ...page, items: inOrder(page.items, itemIds) })
      return before
    },
    onError: (_error, _ids, before) => client.setQueryData(queryKey, before),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['dictionaries'] }),
        client.invalidateQueries({ queryKey: ['dictionary-items'] }),
      ]),
  })
}

const inOrder = (items: Item[], ids: string[]): Item[] => {
  const place = (item: Item) => (ids.includes(item.id) ? ids.indexOf(item.id) : ids.length)
  return items.toSorted((a, b) => place(a) - place(b))
}
