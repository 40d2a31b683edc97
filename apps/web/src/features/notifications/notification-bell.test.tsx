/** The bell as a person meets it; the API is answered by hand, shaped by the contract. */
import { notification as notificationSchema } from '@rapport/domain/features/notifications/notifications.ts'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import NotificationBell from './notification-bell.tsx'
import type { Notification } from './notifications.queries.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = (path: string) => `http://rapport.test/api/v1/notifications${path}`

const aNotice = (n: number, given: Partial<Notification> = {}): Notification => ({
  id: uuid(n),
  version: 1,
  kind: 'mention',
  group: 'mention',
  targetType: 'customer',
  targetId: uuid(50),
  actorId: uuid(7),
  actor: { id: uuid(7), label: 'Qinghe Xu' },
  count: null,
  live: true,
  heldUntil: null,
  readAt: null,
  target: { title: 'Bluehawk', page: { noun: 'customers', id: uuid(50) } },
  came: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  can: { read: true },
  ...given,
})

beforeAll(() => loadTexts('notifications'))

function open(given: Notification[]) {
  const state = { notices: given, heldUntil: null as string | null }
  const read = (isIt: (notice: Notification) => boolean) => {
    const readAt = '2026-11-02T00:00:00.000Z'
    state.notices = state.notices.map((one) => (isIt(one) ? { ...one, readAt, version: one.version + 1 } : one))
  }
  const unread = () => {
    const none = { todo: 0, mention: 0, system: 0 }
    for (const { group, readAt } of state.notices) if (readAt === null) none[group]++
    return none
  }
  server.use(
    http.get(at(''), ({ request }) => {
      const filter = new URL(request.url).searchParams.get('filter') ?? ''
      const isNews = filter.includes('live')
      const items = state.notices.filter(({ group, readAt }) => (isNews ? readAt === null : filter.includes(group)))
      const { heldUntil } = state
      return HttpResponse.json({
        items: isNews ? items.slice(-1) : items,
        nextCursor: null,
        unread: unread(),
        heldUntil,
      })
    }),
    http.post(at('/read-all'), async ({ request }) => {
      const { group } = (await request.json()) as { group: string }
      read((one) => one.group === group)
      return HttpResponse.json(unread())
    }),
    http.post(at('/:id/read'), ({ params }) => {
      read(({ id }) => id === params['id'])
      return HttpResponse.json(state.notices.find(({ id }) => id === params['id']))
    }),
  )
  const router = createMemoryRouter([
    { path: '/', element: <NotificationBell /> },
    { path: '/customers/:id', element: <NotificationBell /> },
  ])
  const client = makeQueryClient()
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  /** As the stream says that there is something. */
  const comeIn = (notice: Notification) => {
    state.notices = [...state.notices, notice]
    return client.invalidateQueries({ queryKey: ['notifications'] })
  }
  return { user: userEvent.setup(), router, state, comeIn }
}
// The panel is loaded when first asked for, which takes its time beside other tests.
const LOADING = { timeout: 8000 }
const bell = (name: string) => screen.findByRole('button', { name })

it('answers as the contract says', () => {
  expect(notificationSchema.safeParse(aNotice(1)).error).toBeUndefined()
})

it('counts what is unread and opens at the first group with something new; a notice leads there and is read', async () => {
  const assigned = aNotice(3, { kind: 'assigned', group: 'todo', readAt: '2026-11-02T00:00:00.000Z' })
  const { user, router } = open([aNotice(1), aNotice(2, { kind: 'answer' }), assigned])
  await user.click(await bell('Notifications, 2 unread'))
  const panel = await screen.findByRole('dialog', { name: 'Notifications' }, LOADING)
  expect(within(panel).getByRole('radio', { name: 'Mentions 2' })).toBeChecked()
  // Both are about one record and stand together.
  await waitFor(() => expect(within(panel).getAllByRole('listitem')).toHaveLength(1))
  await user.click(within(panel).getByRole('link', { name: 'Qinghe Xu mentioned you on Bluehawk' }))
  await waitFor(() => expect(router.state.location.pathname).toBe(`/customers/${uuid(50)}`))
  expect(await bell('Notifications, 1 unread')).toBeVisible()
})

it('takes a whole group as read, and says where there is nothing', async () => {
  const done = aNotice(2, { kind: 'jobDone', group: 'system', target: { title: 'list.csv', page: null } })
  const { user } = open([aNotice(1), done])
  await user.click(await bell('Notifications, 2 unread'))
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }, LOADING))
  expect(await screen.findByRole('radio', { name: 'Mentions' })).toBeChecked()
  await user.click(screen.getByRole('radio', { name: 'To do' }))
  expect(await screen.findByText('Nothing here')).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'System 1' }))
  expect(await screen.findByText('list.csv')).toBeVisible()
})

it('shows what has just come in, but not what was there, nor what quiet hours hold back until they end', async () => {
  const { state, comeIn } = open([aNotice(1)])
  await bell('Notifications, 1 unread')
  expect(screen.queryByText('Qinghe Xu mentioned you on Bluehawk')).toBeNull()
  await comeIn(aNotice(2, { kind: 'answer', createdAt: '2026-11-01T01:00:00.000Z' }))
  expect(await screen.findByText('Qinghe Xu replied to a comment of yours on Bluehawk')).toBeVisible()
  const heldUntil = '2026-11-01T07:00:00.000Z'
  state.heldUntil = heldUntil
  await comeIn(aNotice(3, { kind: 'comment', createdAt: '2026-11-01T02:00:00.000Z', heldUntil }))
  state.heldUntil = null
  const came = { todo: 0, mention: 1, system: 0 }
  const digest = aNotice(4, { kind: 'digest', group: 'system', createdAt: heldUntil, heldUntil, came, targetId: null })
  await comeIn(digest)
  expect(await screen.findByText('Came in while it was quiet: Mentions 1')).toBeVisible()
  expect(screen.queryByText('Qinghe Xu commented on Bluehawk, which is yours')).toBeNull()
})
