/** What a page says when what it asked for is refused. */
import { render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { makeQueryClient } from '../../lib/query-client.ts'
import { Problem } from '../../lib/problem.ts'
import { Providers } from '../providers.tsx'
import { RouteError } from './route-error.tsx'

const refusal = (status: number, path: string) =>
  new Problem({ status, code: 'x', title: 'Refused', detail: 'So it is.', errors: [{ path, code: 'x', message: 'x' }] })

function show(problem: Problem): void {
  const loader = () => {
    throw problem
  }
  const router = createMemoryRouter([
    { path: '/', loader, Component: () => null, HydrateFallback: () => null, ErrorBoundary: RouteError },
  ])
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
}

it.each([
  ['a record that is not there', refusal(404, '')],
  ['an id that is none', refusal(400, 'id')],
])('%s: the address leads nowhere', async (_what, problem) => {
  show(problem)
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeVisible()
})

it('any other refusal is worded, and can be tried again', async () => {
  show(refusal(400, 'filter'))
  expect(await screen.findByText('So it is.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
})
