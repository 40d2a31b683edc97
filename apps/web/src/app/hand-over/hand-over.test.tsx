/** Handing a record over, as a person meets it; the API is answered by hand. */
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { Providers } from '../providers.tsx'
import { HandOverHost } from './hand-over-host.tsx'
import { openHandOver } from './hand-over.ts'

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const customer = { id: uuid(1), version: 3, name: 'Qiming', ownerId: uuid(2), owner: { id: uuid(2), label: 'Lin' } }
const people = [
  { id: uuid(2), name: 'Lin', title: null },
  { id: uuid(3), name: 'Zhou', title: null },
]

afterEach(() => void vi.restoreAllMocks())

function open() {
  const asked: string[] = []
  server.use(
    http.get('*/api/v1/customers/:id', () => HttpResponse.json(customer)),
    http.get('*/api/v1/users', () => HttpResponse.json({ items: people, nextCursor: null })),
    http.get('*/api/v1/users/:id', () => HttpResponse.json(people[1])),
    http.post('*/api/v1/customers/:id/transfer', () => HttpResponse.json({ ...customer, version: 4 })),
  )
  // Also what is given up at once has been asked for, and is refused.
  const send = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, request) => {
    if (String(address).includes('/customers/')) asked.push(`${request?.method} ${JSON.stringify(request?.body)}`)
    return send(address, request)
  })
  const client = makeQueryClient()
  render(
    <Providers client={client}>
      <RouterProvider router={createMemoryRouter([{ path: '/', element: <HandOverHost /> }])} />
    </Providers>,
  )
  openHandOver({ noun: 'customers', id: customer.id })
  return { user: userEvent.setup(), asked, client }
}

it('offers everybody but who has it, and does not ask for what may be out of sight now', async () => {
  const { user, asked, client } = open()
  await user.click(await screen.findByRole('combobox', { name: /New owner/ }))
  expect(await screen.findByRole('option', { name: /Zhou/, hidden: true })).toBeInTheDocument()
  expect(screen.queryByRole('option', { name: /Lin/, hidden: true })).toBeNull()
  await user.click(screen.getByRole('option', { name: /Zhou/, hidden: true }))
  await user.click(screen.getByRole('button', { name: /^Hand over/ }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(client.isFetching() + client.isMutating()).toBe(0))
  expect(asked).toEqual(['GET null', `POST ${JSON.stringify(JSON.stringify({ ownerId: uuid(3), version: 3 }))}`])
  expect(client.getQueryState(['customers', 'one', customer.id])?.isInvalidated).toBe(true)
})
