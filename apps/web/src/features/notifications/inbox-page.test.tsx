/** The inbox as a person works through it; the API is answered by hand, shaped by the contract. */
import { screen, waitFor, within, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { useActionKeys } from '../../lib/actions.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import InboxPage from './inbox-page.tsx'
import type { Notification } from './notifications.queries.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const api = 'http://rapport.test/api/v1'
const at = '2026-11-01T00:00:00.000Z'

const aNotice = (n: number, given: Partial<Notification> = {}): Notification => ({
  id: uuid(n),
  version: 1,
  kind: 'due',
  group: 'todo',
  targetType: 'activity',
  targetId: uuid(50),
  actorId: null,
  actor: null,
  count: null,
  live: true,
  heldUntil: null,
  readAt: null,
  target: { title: 'Call back', page: { noun: 'customers', id: uuid(60) } },
  came: null,
  createdAt: at,
  updatedAt: at,
  can: { read: true },
  ...given,
})

const can = { edit: true, start: true, complete: true, defer: true, cancel: true, delete: true }
const anActivity = {
  id: uuid(50),
  version: 3,
  kind: 'task',
  subject: 'Call back',
  status: 'planned',
  plannedStart: at,
  createdAt: at,
  updatedAt: at,
  can,
}

beforeAll(() => loadTexts('notifications', 'activities'))

function Shell() {
  useActionKeys()
  return <InboxPage />
}

function open(given: Notification[] | 'broken', path = '/inbox') {
  const sent: string[] = []
  const state = { notices: given }
  server.use(
    http.get(`${api}/notifications`, ({ request }) => {
      if (state.notices === 'broken')
        return HttpResponse.json({ code: 'service.unavailable', status: 503, title: 'x' }, { status: 503 })
      const filter = new URL(request.url).searchParams.get('filter') ?? ''
      const items = state.notices.filter(({ group }) => filter.includes(`"${group}"`))
      const unread = { todo: state.notices.length, mention: 0, system: 0 }
      return HttpResponse.json({ items, nextCursor: null, unread, heldUntil: null })
    }),
    http.get(`${api}/activities/:id`, () => HttpResponse.json(anActivity)),
    http.get(`${api}/dictionary-items`, () => HttpResponse.json({ items: [], nextCursor: null })),
    http.post(`${api}/activities/:id/:verb`, async ({ params, request }) => {
      sent.push(`${String(params['verb'])} ${JSON.stringify(await request.json())}`)
      return HttpResponse.json(anActivity)
    }),
    http.post(`${api}/notifications/:id/:verb`, ({ params }) => {
      sent.push(`${String(params['verb'])} ${Number(String(params['id']).slice(-3))}`)
      return HttpResponse.json(aNotice(1, { readAt: at, version: 2 }))
    }),
  )
  const router = createMemoryRouter(
    [
      { path: '/inbox', element: <Shell /> },
      { path: '/customers/:id', element: <p>The customer</p> },
    ],
    { initialEntries: [path] },
  )
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { user: userEvent.setup(), router, sent, state }
}

it('puts what is about one record together, and does it on the spot, by keys alone', async () => {
  const other = aNotice(3, {
    kind: 'assigned',
    targetType: 'customer',
    targetId: uuid(60),
    target: { title: 'Bluehawk', page: null },
  })
  const { user, sent } = open([aNotice(1), aNotice(2, { kind: 'missed' }), other])
  const items = await screen.findAllByRole('listitem')
  expect(items).toHaveLength(2)
  await within(items[0]!).findByRole('button', { name: 'Done' })
  await user.keyboard('j')
  expect(items[0]).toHaveFocus()
  await user.keyboard('u')
  await waitFor(() => expect(sent).toEqual(['read 1', 'read 2']))
  await user.keyboard('d')
  await waitFor(() => expect(sent.at(-1)).toMatch(/^defer .*plannedStart/))
  await user.keyboard('e')
  const note = await within(items[0]!).findByRole('textbox', { name: 'Note' })
  await user.type(note, 'Spoken to')
  await user.click(within(items[0]!).getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(sent.at(-1)).toMatch(/^complete .*Spoken to/))
  await user.keyboard('jj')
  expect(items[1]).toHaveFocus()
})

it('leads to the record with O, and reads what it is about', async () => {
  const { user, router, sent } = open([aNotice(1)])
  await screen.findByText('Call back')
  await user.keyboard('jo')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/customers/${uuid(60)}`))
  expect(sent).toEqual(['read 1'])
})

it('says when all is done, keeps the group in the address, and lets one try again after an error', async () => {
  const { user, router, state } = open('broken', '/inbox?group=system')
  const again = await screen.findByRole('button', { name: 'Try again' }, { timeout: 10_000 })
  expect(screen.getByRole('radio', { name: 'System' })).toBeChecked()
  state.notices = []
  await user.click(again)
  expect(await screen.findByRole('heading', { name: 'All done' })).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Mentions' }))
  expect(router.state.location.search).toBe('?group=mention')
})
