import { render, waitFor } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { makeQueryClient } from '../../lib/query-client.ts'
import { Providers } from '../providers.tsx'
import { sessionQuery, type Me } from '../session.ts'
import { Start } from './start.tsx'

it('leads to the first screen, with the panel that the address asks for', async () => {
  const client = makeQueryClient()
  const me = { user: { id: 'lin' }, permissions: ['customers.read'], fieldRules: {} }
  client.setQueryData(sessionQuery.queryKey, me as unknown as Me)
  const routes = [
    { path: '/', Component: Start },
    { path: '/*', element: null },
  ]
  const router = createMemoryRouter(routes, { initialEntries: ['/?new=customers'] })
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  await waitFor(() => expect(router.state.location).toMatchObject({ pathname: '/customers', search: '?new=customers' }))
})
