/** A customer who is certainly there: refused with the reason why, and saved all the same by who says why. */
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import CustomerCreate from './customer-create.tsx'

const id = '01900000-0000-7000-8000-000000000001'
const sourceId = '01900000-0000-7000-8000-000000000002'
const me = { user: { id }, permissions: [], fieldRules: {} } as unknown as Me
const why = 'Another branch with the same switchboard'
const label = 'Why another one is created'
beforeAll(() => loadTexts('customers'))

const match = {
  id,
  label: 'Blue Tea Ltd',
  detail: null,
  owner: 'Lin',
  level: 'certain',
  score: 95,
  reasons: ['companyName'],
}
const refusal = (mayOverride: boolean) => ({
  type: 'about:blank',
  title: 'Already there',
  status: 409,
  detail: 'This record exists already.',
  code: 'duplicate.certain',
  requestId: 'r',
  params: { matches: [match], hidden: [], mayOverride },
})

/** The API refuses whoever gives no reason. */
function open(mayOverride: boolean) {
  const sent: Record<string, unknown>[] = []
  server.use(
    http.post('*/api/v1/duplicates/check', () => HttpResponse.json({ matches: [], hidden: [], hintsUsed: false })),
    http.get('*/api/v1/sources', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/dictionary-items', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/sources/:id', () => HttpResponse.json({ id: sourceId, version: 1, label: 'Website', can: {} })),
    http.post('*/api/v1/customers', async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>
      sent.push(body)
      if (body.duplicateReason) return HttpResponse.json({ id, version: 1, name: body.name, can: {} }, { status: 201 })
      const headers = { 'content-type': 'application/problem+json' }
      return HttpResponse.json(refusal(mayOverride), { status: 409, headers })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me)
  const prefill = { name: 'Blue Tea', sourceId }
  const Page = () => <CustomerCreate prefill={prefill} onDone={() => {}} />
  const routes = [
    { path: '/', Component: Page },
    { path: '/customers/:id', element: <h1>Its page</h1> },
  ]
  render(
    <Providers client={client}>
      <RouterProvider router={createMemoryRouter(routes)} />
    </Providers>,
  )
  return { sent, user: userEvent.setup() }
}

describe('a customer who is certainly there already', () => {
  it('is shown with the reasons, and saved once it is said why another one is created', async () => {
    const { sent, user } = open(true)
    await user.click(await screen.findByRole('button', { name: 'Create' }))
    expect(await screen.findByRole('link', { name: match.label })).toBeVisible()
    await user.type(await screen.findByLabelText(label, { exact: false }), why)
    await user.click(screen.getByRole('button', { name: 'Create' }))
    expect(await screen.findByRole('heading', { name: 'Its page' })).toBeVisible()
    expect(sent.map(({ name, duplicateReason }) => [name, duplicateReason])).toEqual([
      ['Blue Tea', undefined],
      ['Blue Tea', why],
    ])
  })

  it('stays refused for who may not say so', async () => {
    const { sent, user } = open(false)
    await user.click(await screen.findByRole('button', { name: 'Create' }))
    expect(await screen.findByRole('link', { name: match.label })).toBeVisible()
    await waitFor(() => expect(screen.getByRole('alert')).toBeVisible())
    expect(screen.queryByLabelText(label, { exact: false })).toBeNull()
    expect(sent).toHaveLength(1)
  })
})
