/** A new activity from anywhere: its record is found in one field, it is planned or logged, and taken back by one undo. */
import { activityDraft } from '@rapport/domain/features/activities/activities.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it, vi } from 'vitest'
import { overlayRoot } from '../../app/overlay-root.ts'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { failing, server } from '../../test/server.ts'
import ActivityCreate from './activity-create.tsx'

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const items = ['Progress', 'Interested'].map((en, at) => ({ id: uuid(at + 1), label: { zh: en, en } }))
const hit = {
  type: 'opportunities',
  id: uuid(50),
  title: 'Line 3',
  detail: 'Qiming',
  match: { field: 'title', text: '' },
}

beforeAll(() => loadTexts('activities'))

function open(fieldRules: Record<string, string> = {}, permissions = ['activities.create', 'users.read']) {
  const sent: unknown[] = []
  const keys: (string | null)[] = []
  const lost = { answers: 0 }
  server.use(
    http.get('*/api/v1/dictionary-items', () => HttpResponse.json({ items, nextCursor: null })),
    http.get('*/api/v1/search', ({ request }) => {
      expect(new URL(request.url).searchParams.get('types')).toBe('customers,contacts,opportunities')
      return HttpResponse.json({ items: [hit] })
    }),
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json({ id: uuid(50), name: 'Line 3' })),
    http.get('*/api/v1/users', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/users/:id', () => HttpResponse.json({ id: uuid(99), name: 'Lin' })),
    http.post('*/api/v1/activities', async ({ request }) => {
      sent.push(activityDraft.parse(await request.json()))
      keys.push(request.headers.get('idempotency-key'))
      if (lost.answers-- > 0) return HttpResponse.error()
      return HttpResponse.json({ id: uuid(60), version: 1, next: null }, { status: 201 })
    }),
  )
  const client = makeQueryClient()
  const me = { user: { id: uuid(99), name: 'Lin' }, permissions, fieldRules }
  client.setQueryData(sessionQuery.queryKey, me as unknown as Me)
  overlayRoot() // stands there before the panel does
  const onDone = vi.fn<() => void>()
  const element = <ActivityCreate prefill={{}} onDone={onDone} />
  render(
    <Providers client={client}>
      <RouterProvider router={createMemoryRouter([{ path: '/', element }])} />
    </Providers>,
  )
  return { user: userEvent.setup(), sent, keys, lost, onDone }
}

it('plans a call for a deal that is found by its name, for a day and a time', async () => {
  const { user, sent, onDone } = open()
  await user.click(await screen.findByRole('combobox', { name: 'About' }))
  await user.keyboard('line')
  await user.click(await screen.findByRole('option', { name: /Line 3.*Opportunity · Qiming/, hidden: true }))
  await user.type(screen.getByRole('textbox', { name: /Subject/ }), 'Ask for the drawing')
  await user.click(screen.getByRole('button', { name: 'Plan it' }))
  await waitFor(() => expect(onDone).toHaveBeenCalled())
  expect(sent).toMatchObject([
    { kind: 'call', subject: 'Ask for the drawing', opportunityId: uuid(50), ownerId: uuid(99) },
  ])
  expect(sent[0]).toMatchObject({ plannedStart: expect.stringMatching(/T01:00:00.000Z$/) })
})

it('asks what came of a call that is done, and says where it is missing', async () => {
  const { user, sent } = open()
  await user.click(await screen.findByRole('radio', { name: 'Done' }))
  await user.click(screen.getByRole('button', { name: 'Log it' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(sent).toEqual([])
  await user.click(screen.getByRole('radio', { name: 'Interested' }))
  await user.click(screen.getByRole('button', { name: 'Log it' }))
  await waitFor(() => expect(sent).toMatchObject([{ subject: 'Call', completed: { outcomeId: uuid(2) } }]))
  expect(sent[0]).not.toHaveProperty('plannedStart')
})

it('says that the outcomes could not be had, and asks again', async () => {
  const { user } = open()
  server.use(failing('*/api/v1/dictionary-items'))
  await user.click(await screen.findByRole('radio', { name: 'Done' }))
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('radio', { name: 'Interested' })).toBeInTheDocument()
})

it('asks for an owner only where one may be chosen', async () => {
  open({ 'activities.ownerId': 'read' })
  await screen.findByRole('combobox', { name: 'About' })
  expect(screen.queryByRole('combobox', { name: 'Owner' })).toBeNull()
})

it('enters once what is sent again because no answer came', async () => {
  const { user, sent, keys, lost, onDone } = open()
  lost.answers = 1
  await user.type(await screen.findByRole('textbox', { name: /Subject/ }), 'Ask for the drawing')
  await user.click(screen.getByRole('button', { name: 'Plan it' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Plan it' }))
  await waitFor(() => expect(onDone).toHaveBeenCalled())
  expect(sent[1]).toEqual(sent[0])
  expect(keys[1]).toBe(keys[0])
})
