/** The page of deals for whom the role hides what a board rests on: it says so, and the table is one step away. */
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { at } from './a-deal.ts'
import OpportunitiesPage from './opportunities-page.tsx'

beforeAll(() => loadTexts('opportunities'))

const pipeline = { id: 'p1', label: { zh: 'Direct', en: 'Direct' }, isDefault: true }

const open = (fieldRules: Record<string, string>) => {
  const boards: string[] = []
  const nothing = { items: [], nextCursor: null, total: { value: 0, exact: true } }
  server.use(
    http.get(at('/pipelines'), () => HttpResponse.json({ ...nothing, items: [pipeline] })),
    http.get(at('/opportunities/board'), ({ request }) => {
      boards.push(request.url)
      return HttpResponse.json({ code: 'fields.hidden', status: 403 }, { status: 403 })
    }),
    http.get(at('/opportunities/aggregate'), () =>
      HttpResponse.json({ groups: [{ key: [], labels: [], values: [0] }] }),
    ),
    http.get(at('/opportunities'), () => HttpResponse.json(nothing)),
    http.get(at('/saved-views'), () => HttpResponse.json(nothing)),
    http.get(at('/saved-views/counts'), () => HttpResponse.json({ items: [] })),
  )
  const client = makeQueryClient()
  const user = { id: 'u1', name: 'Reader' }
  client.setQueryData(sessionQuery.queryKey, { permissions: ['opportunities.read'], fieldRules, user } as unknown as Me)
  const router = createMemoryRouter([{ path: '/opportunities', element: <OpportunitiesPage /> }], {
    initialEntries: ['/opportunities'],
  })
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { user: userEvent.setup(), boards, router }
}

it.each(['pipelineId', 'stageId', 'closedAt'])(
  'says so where %s is hidden, asks for no board and leads to the table',
  async (name) => {
    const { user, boards, router } = open({ [`opportunities.${name}`]: 'hidden' })
    expect(await screen.findByText('Your role does not show the board')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show the table' }))
    expect(router.state.location.search).toBe('?layout=table')
    expect(screen.queryByText('Your role does not show the board')).toBeNull()
    expect(boards).toEqual([])
  },
)
