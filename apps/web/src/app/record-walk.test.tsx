/** The walk from record to record of a list; the API is answered by hand, page by page. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider, useParams } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { useActionKeys } from '../lib/actions.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import { walkThrough, type Walk } from '../lib/walk.ts'
import { server } from '../test/server.ts'
import { Providers } from './providers.tsx'
import { RecordWalk } from './record-walk.tsx'

const all = Array.from({ length: 201 }, (_, at) => `c${at + 1}`)
const asked: (string | null)[] = []
beforeEach(() => {
  asked.length = 0
  server.use(
    http.get('*/api/v1/customers', ({ request }) => {
      const { searchParams } = new URL(request.url)
      const from = Number(searchParams.get('cursor') ?? 0)
      asked.push(`${searchParams.get('sort')} ${searchParams.get('filter')} from ${from}`)
      const items = all.slice(from, from + 100).map((id) => ({ id, version: 1, can: {} }))
      return HttpResponse.json({ items, nextCursor: from + 100 < all.length ? String(from + 100) : null })
    }),
  )
})

const filter = { field: 'city', op: 'eq', value: 'Suzhou' } as const
const state = { filter, sort: [{ field: 'name', descending: true }], search: '' }
const total = { value: all.length, exact: true }
const walkAt = (page: number): Walk =>
  walkThrough('GET /customers', state, { cursors: ['', '100', '200'].slice(0, page + 1), page, total })

function Page() {
  const { id = '' } = useParams()
  useActionKeys()
  return (
    <>
      <h1>{id}</h1>
      <RecordWalk noun="customers" id={id} />
    </>
  )
}

function open(id: string, walk?: Walk) {
  const entries = ['/customers', { pathname: `/customers/${id}`, state: walk && { walk } }]
  const routes = [
    { path: '/customers', element: <h1>List</h1> },
    { path: '/customers/:id', Component: Page },
  ]
  const router = createMemoryRouter(routes, { initialEntries: entries })
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { router, user: userEvent.setup() }
}
const standsAt = (id: string, place: string) =>
  waitFor(() =>
    expect([screen.getByRole('heading').textContent, screen.getByRole('navigation').textContent]).toEqual([id, place]),
  )

describe('walking a list from one of its records', () => {
  it('goes on into the next page and back into the one before, each read once and only when one comes there', async () => {
    const { user } = open('c99', walkAt(0))
    await standsAt('c99', '99 of 201')
    await user.click(screen.getByRole('button', { name: 'Next record' }))
    await standsAt('c100', '100 of 201')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Next record' })).toBeEnabled())
    fireEvent.keyDown(document.body, { key: 'ArrowDown', ctrlKey: true })
    await standsAt('c101', '101 of 201')
    await user.click(screen.getByRole('button', { name: 'Previous record' }))
    await standsAt('c100', '100 of 201')
    const where = JSON.stringify(filter)
    expect(asked).toEqual([`-name ${where} from 0`, `-name ${where} from 100`])
  })

  it('knows its place after a reload, ends with the list, and Back leads to the list', async () => {
    const { router } = open('c201', walkAt(2))
    await standsAt('c201', '201 of 201')
    expect(screen.getByRole('button', { name: 'Next record' })).toBeDisabled()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Previous record' })).toBeEnabled())
    fireEvent.keyDown(document.body, { key: 'ArrowUp', metaKey: true })
    await standsAt('c200', '200 of 201')
    await router.navigate(-1)
    expect(await screen.findByRole('heading', { name: 'List' })).toBeVisible()
  })

  it('offers nothing on a record that was not opened from a list, or that the list holds no more', async () => {
    open('c7')
    expect(await screen.findByRole('heading', { name: 'c7' })).toBeVisible()
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(asked).toEqual([])
  })
})
