/** Notices from the API: what the reader is told of, how much of it is unread, and taking it as read. */
import type { NoticeGroup } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type ArgsOf, type ReplyOf } from '../../lib/call.ts'

type Page = ReplyOf<'GET /notifications'>
export type Notification = Page['items'][number]
export type Unread = Page['unread']

const ask = (query: Record<string, string | undefined>, signal: AbortSignal) =>
  call('GET /notifications', { query, signal } as unknown as ArgsOf<'GET /notifications'>)

/** What the bell says; the stream tells when it changed. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async ({ signal }): Promise<Unread> =>
    (await ask({ limit: '1', total: 'none', fields: 'id' }, signal)).unread,
})

const PAGE = '30'

/** Newest first. */
export const noticesIn = (group: NoticeGroup) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', group],
    queryFn: ({ pageParam, signal }): Promise<Page> => {
      const filter = JSON.stringify({ field: 'group', op: 'eq', value: group })
      return ask({ filter, sort: '-createdAt', limit: PAGE, total: 'none', cursor: pageParam }, signal)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

function useChange<V, R>(change: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}

export const useMark = () =>
  useChange(({ notice: { id, version }, read }: { notice: Notification; read: boolean }) => {
    const args = { params: { id }, body: { version } }
    return read ? call('POST /notifications/:id/read', args) : call('POST /notifications/:id/unread', args)
  })

export const useMarkAll = () =>
  useChange((group: NoticeGroup) => call('POST /notifications/read-all', { body: { group } }))
