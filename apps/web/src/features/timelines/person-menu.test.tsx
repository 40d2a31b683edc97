/** The timeline by who did it: people come from what was shown, and stay on offer while only one of them is. */
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { RecordTimeline } from '../../app/pages/record-timeline.tsx'
import { overlayRoot } from '../../app/overlay-root.ts'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [lin, xu] = [
  { id: uuid(1), label: 'Lin' },
  { id: uuid(2), label: 'Xu' },
]

const entry = (n: number, actor: typeof lin | null) => ({
  id: uuid(n),
  at: '2026-03-09T08:00:00.000Z',
  event: {
    id: uuid(n),
    at: '2026-03-09T08:00:00.000Z',
    type: 'customer.created',
    action: 'create',
    entity: 'customers',
    recordId: uuid(50),
    recordVersion: 1,
    customerId: uuid(50),
    actorId: actor?.id ?? null,
    actor,
    title: 'Qiming',
    reason: null,
    changes: [],
    text: { zh: '', en: `${actor?.label ?? 'Nobody'} created Qiming` },
    can: {},
  },
})

beforeAll(() => loadTexts('activities', 'events', 'comments'))

it('shows one person’s entries, and offers the others still', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.get('*/api/v1/customers/:id/timeline', ({ request }) => {
      const { searchParams } = new URL(request.url)
      const by = searchParams.get('by')
      // What is pinned is asked for apart, of everybody.
      if (searchParams.get('pinned') === 'true') return HttpResponse.json({ items: [], nextCursor: null })
      asked.push(by)
      const all = [entry(11, xu), entry(12, lin), entry(13, null)]
      const items = by === null ? all : all.filter(({ event }) => event.actorId === by)
      return HttpResponse.json({ items, nextCursor: null, total: null })
    }),
  )
  const client = makeQueryClient()
  const me = { user: { id: lin.id, name: 'Lin' }, permissions: [], fieldRules: {} }
  client.setQueryData(sessionQuery.queryKey, me as unknown as Me)
  overlayRoot()
  const element = <RecordTimeline subject={{ noun: 'customers', id: uuid(50) }} />
  render(
    <Providers client={client}>
      <RouterProvider router={createMemoryRouter([{ path: '/', element }])} />
    </Providers>,
  )
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Whose entries: Everybody' }))
  const offered = await screen.findAllByRole('menuitemradio', { hidden: true })
  expect(offered.map((one) => one.textContent)).toEqual(['Everybody', 'Me', 'Xu'])
  await user.click(screen.getByRole('menuitemradio', { name: 'Me', hidden: true }))
  await waitFor(() => expect(asked).toEqual([null, lin.id]))
  await waitFor(() => expect(screen.queryByText(/Xu created/)).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Whose entries: Me' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Xu', hidden: true }))
  await waitFor(() => expect(asked).toEqual([null, lin.id, xu.id]))
})
