/** Whom a record is shared with, as a person meets it; the API is answered by hand, shaped by the contract. */
import { collaborator as schema } from '@rapport/domain/features/collaborators/collaborators.ts'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { failing, server } from '../../test/server.ts'
import type { Collaborator } from './collaborators.queries.ts'
import RecordCollaborators from './record-collaborators.tsx'

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const zhou: Collaborator = {
  id: uuid(1),
  userId: uuid(2),
  user: { id: uuid(2), label: 'Zhou' },
  access: 'write',
  until: '2030-05-01',
  reason: 'manual',
  grantedById: uuid(3),
  grantedBy: { id: uuid(3), label: 'Lin' },
  createdAt: '2026-01-05T08:00:00.000Z',
  can: { leave: false },
}
const customer = uuid(50)

beforeAll(() => loadTexts('collaborators'))

function show(items: Collaborator[], share: boolean) {
  const left = [...items]
  const sent: [string, unknown][] = []
  const answer = (verb: string) =>
    http.post(`*/api/v1/customers/${customer}/${verb}`, async ({ request }) => {
      sent.push([`${verb} ${request.headers.get('if-match')}`, await request.json()])
      if (verb === 'unshare') left.pop()
      return HttpResponse.json({ id: customer, version: 5, can: { share } })
    })
  server.use(
    http.get(`*/api/v1/customers/${customer}/collaborators`, () =>
      HttpResponse.json({ items: left, nextCursor: null }),
    ),
    http.get('*/api/v1/users', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/users/:id', () => HttpResponse.json({ id: zhou.userId, name: 'Zhou' })),
    answer('share'),
    answer('unshare'),
    http.post(`*/api/v1/customers/${customer}/leave`, () => {
      sent.push(['leave', null])
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const element = (
    <>
      <RecordCollaborators shared={{ noun: 'customers', id: customer, version: 4, can: { share } }} />
      <p>Below</p>
    </>
  )
  const list = { path: '/customers', element: <p>The list</p> }
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={createMemoryRouter([{ path: '/', element }, list])} />
    </Providers>,
  )
  return { user: userEvent.setup(), sent }
}

it('answers as the contract says', () => {
  expect(schema.safeParse(zhou).error).toBeUndefined()
})

it('says that they could not be had, also to who may not share, and asks again', async () => {
  const { user } = show([zhou], false)
  server.use(failing(`*/api/v1/customers/${customer}/collaborators`))
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Zhou')).toBeVisible()
})

it('says who has which access until when; who may not share has no buttons', async () => {
  show([zhou], false)
  expect(await screen.findByText('Zhou')).toBeVisible()
  expect(screen.getByText(/Can edit · until/)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

it('is not there for who neither sees anybody nor may share', async () => {
  show([], false)
  expect(await screen.findByText('Below')).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Collaborators' })).toBeNull()
})

it('changes what somebody has, and takes it back with a way back to what it was', async () => {
  const { user, sent } = show([zhou], true)
  await user.click(await screen.findByRole('button', { name: 'Change the access of Zhou' }))
  await user.click(await screen.findByRole('radio', { name: 'Can read' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const changed = { userId: zhou.userId, access: 'read', until: '2030-05-01' }
  await waitFor(() => expect(sent[0]?.[1]).toMatchObject(changed))
  await user.click(await screen.findByRole('button', { name: 'Remove Zhou' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(sent).toHaveLength(3))
  expect(sent[1]?.[1]).toMatchObject({ userId: zhou.userId })
  expect(sent[2]?.[1]).toMatchObject({ userId: zhou.userId, access: 'write', until: '2030-05-01' })
})

it('is left by whom it is shared with, after a question, and the list is shown', async () => {
  const { user, sent } = show([{ ...zhou, can: { leave: true } }], false)
  await user.click(await screen.findByRole('button', { name: 'Leave' }))
  const dialog = within(await screen.findByRole('dialog', { name: /Leave what was shared/ }, { timeout: 8000 }))
  await user.click(dialog.getByRole('button', { name: 'Leave' }))
  expect(await screen.findByText('The list')).toBeVisible()
  expect(sent).toEqual([['leave', null]])
})
