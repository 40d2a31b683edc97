/** Following a link: what works asks for a password, what does not says so before one is typed. */
import { linkState } from '@rapport/domain/features/invitations/invitations.ts'
import { render, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import AcceptPage from './accept-page.tsx'

beforeAll(() => loadTexts('invitations'))

function open(state: string, way = 'invite') {
  server.use(http.post('*/api/v1/invitations/look', () => HttpResponse.json(linkState.parse({ state }))))
  const routes = [{ path: `/${way}/:token`, element: <AcceptPage /> }]
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [`/${way}/abc`] })} />
    </Providers>,
  )
}
const heading = () => screen.findByRole('heading', { level: 1 })

it.each([
  ['invite', 'Welcome to Rapport'],
  ['reset', 'Choose a new password'],
])('asks for a password after a link that works: %s', async (way, title) => {
  open('works', way)
  expect(await screen.findByLabelText(/^Password \*?$|^Password$/)).toBeVisible()
  expect(await heading()).toHaveTextContent(title)
})

it.each([
  ['joined', 'You have joined already'],
  ['ended', 'This link works no more'],
])('says at once that a link has %s, with the way on', async (state, title) => {
  open(state)
  expect(await screen.findByRole('link', { name: 'To sign-in' })).toHaveAttribute('href', '/login')
  expect(await heading()).toHaveTextContent(title)
  expect(screen.queryByLabelText(/Password/)).toBeNull()
})
