/** Notices from the API: what the reader is told of, how much of it is unread, and taking it as read. */
import type { NoticeGroup } from '@rapport/domain/features/notifications/notice-kinds.ts'
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query'
import { call, type ArgsOf, type BodyOf, type ReplyOf } from '../../lib/call.ts'

type Page = ReplyOf<'GET /notifications'>
export type Notification = Page['items'][number]
export type Unread = Page['unread']

const ask = (query: Record<string, string | undefined>, signal: AbortSignal) =>
  call('GET /notifications', { query, signal } as unknown as ArgsOf<'GET /notifications'>)

const newsFilter = JSON.stringify({
  and: [
    { field: 'readAt', op: 'empty' },
    { field: 'live', op: 'eq', value: true },
  ],
})

/** What the bell says: how much disturbs, the newest of it, and when what quiet hours hold back will. */
export type News = { unread: Unread; newest: Notification | null; heldUntil: string | null }

// What is held back is not new yet; the server's clock decides.
const isHeld = (notice: Notification, heldUntil: string | null): boolean =>
  heldUntil !== null && notice.heldUntil !== null && notice.heldUntil >= heldUntil

const SOON = 5_000

/** The stream tells when it changed; the end of quiet hours is nothing that happens, so it is waited for. */
export const newsQuery = queryOptions({
  queryKey: ['notifications', 'news'],
  queryFn: async ({ signal }): Promise<News> => {
    const query = { limit: '1', total: 'none', filter: newsFilter, sort: '-createdAt' }
    const { items, unread, heldUntil } = await ask(query, signal)
    const newest = items.find((notice) => !isHeld(notice, heldUntil)) ?? null
    return { unread, heldUntil, newest }
  },
  refetchInterval: ({ state: { data } }) =>
    data?.heldUntil ? Math.max(SOON, Date.parse(data.heldUntil) - Date.now()) : false,
})

export type Settings = ReplyOf<'GET /notifications/settings'>
export const settingsQuery = queryOptions({
  queryKey: ['notifications', 'settings'],
  queryFn: ({ signal }) => call('GET /notifications/settings', { signal }),
})

export type SettingsChange = Omit<BodyOf<'PATCH /notifications/settings'>, 'version'>
const changing = ['notifications', 'change-settings']

/** One after the other, each on what the one before it made: whoever chooses fast meets no version of his own. */
export function useChangeSettings(refused: (error: unknown) => void) {
  const client = useQueryClient()
  const key = settingsQuery.queryKey
  const { mutate } = useMutation({
    mutationKey: changing,
    scope: { id: changing.join() },

    mutationFn: (body: SettingsChange) => {
      const known = client.getQueryData(key)
      return call('PATCH /notifications/settings', { body, ...(known && { version: known.version }) })
    },
    onSuccess: (settings) => client.setQueryData(key, settings),
    onError: (error) => {
      refused(error)
      // Somebody else has decided meanwhile, in another tab; what comes next is on that.
      return client.invalidateQueries({ queryKey: key })
    },
  })
  return mutate
}

/** The settings as they are when all that was chosen is kept; what is refused goes back by itself. */
export function useChosen(settings: Settings | undefined): Settings | undefined {
  const chosen = useMutationState({
    filters: { mutationKey: changing, status: 'pending' },
    select: ({ state }) => state.variables as SettingsChange,
  })
  return (
    settings &&
    chosen.reduce<Settings>(
      (now, { channels, quiet = now.quiet }) => ({ ...now, quiet, channels: { ...now.channels, ...channels } }),
      settings,
    )
  )
}

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
