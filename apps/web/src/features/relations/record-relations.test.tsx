/** How a record is related to others, as a person meets it; the API is answered by hand, shaped by the contract. */
import { contactRelation as schema } from '@rapport/domain/features/relations/relations.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { failing, server } from '../../test/server.ts'
import RecordRelations from './record-relations.tsx'
import type { Relation } from './relations.queries.ts'

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const introducer = { zh: '介绍人', en: 'Introducer' }
const introduced = { zh: '被介绍人', en: 'Introduced' }
const bo: Relation = {
  id: uuid(1),
  otherId: uuid(2),
  other: { id: uuid(2), label: 'Bo' },
  typeId: uuid(3),
  type: { id: uuid(3), label: introducer },
  inverse: false,
  word: introducer,
  note: 'At the fair',
  createdAt: '2026-01-05T08:00:00.000Z',
  can: {},
}
const ann = uuid(50)
const kinds = [{ id: uuid(3), label: introducer, inverseLabel: introduced }]

beforeAll(() => loadTexts('relations'))

function show(items: Relation[], edit: boolean) {
  const sent: [string, unknown][] = []
  const answer = (verb: string) =>
    http.post(`*/api/v1/contacts/${ann}/${verb}`, async ({ request }) => {
      sent.push([`${verb} ${request.headers.get('if-match')}`, await request.json()])
      return HttpResponse.json({ id: ann, version: 4 + sent.length, can: { edit } })
    })
  server.use(
    http.get(`*/api/v1/contacts/${ann}/relations`, () => HttpResponse.json({ items, nextCursor: null })),
    http.get('*/api/v1/dictionary-items', () => HttpResponse.json({ items: kinds, nextCursor: null })),
    http.get('*/api/v1/contacts', () => HttpResponse.json({ items: [{ id: uuid(2), name: 'Bo' }], nextCursor: null })),
    http.get('*/api/v1/contacts/:id', () => HttpResponse.json({ id: uuid(2), name: 'Bo' })),
    answer('relate'),
    answer('unrelate'),
  )
  const element = <RecordRelations related={{ of: 'contact', id: ann, version: 4, can: { edit } }} />
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={createMemoryRouter([{ path: '/', element }])} />
      <p>Below</p>
    </Providers>,
  )
  return { user: userEvent.setup(), sent }
}

it('answers as the contract says', () => {
  expect(schema.safeParse(bo).error).toBeUndefined()
})

it('says who is what and leads there; who may not change the record has no buttons', async () => {
  show([bo], false)
  expect(await screen.findByRole('link', { name: 'Bo' })).toHaveAttribute('href', `/contacts/${uuid(2)}`)
  expect(screen.getByText('Introducer · At the fair')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

it('is not there where there are none and none can be added', async () => {
  show([], false)
  expect(await screen.findByText('Below')).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Relations' })).toBeNull()
})

it('says that they could not be had, and asks again', async () => {
  const { user } = show([bo], true)
  server.use(failing(`*/api/v1/contacts/${ann}/relations`))
  const again = await screen.findByRole('button', { name: 'Try again' })
  expect(screen.getByRole('region', { name: 'Relations' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Add a relation' })).toBeNull()
  await user.click(again)
  expect(await screen.findByRole('link', { name: 'Bo' })).toBeVisible()
})

it('says that the kinds could not be had, and asks again', async () => {
  const { user } = show([], true)
  server.use(failing('*/api/v1/dictionary-items'))
  await user.click(await screen.findByRole('button', { name: 'Add a relation' }))
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await user.click(await screen.findByRole('combobox', { name: /The other is/ }))
  expect(await screen.findByRole('option', { name: 'Introduced', hidden: true })).toBeInTheDocument()
})

it('adds one the other way round by its second name, and takes it back', async () => {
  const made = { ...bo, inverse: true }
  const { user, sent } = show([made], true)
  await user.click(await screen.findByRole('button', { name: 'Add a relation' }))
  await user.click(await screen.findByRole('combobox', { name: /Contact/ }))
  await user.click(await screen.findByRole('option', { name: 'Bo', hidden: true }))
  await user.click(await screen.findByRole('combobox', { name: /The other is/ }))
  await user.click(await screen.findByRole('option', { name: 'Introduced', hidden: true }))
  await user.click(screen.getByRole('button', { name: /^Add$/ }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[0]?.[1]).toEqual({ otherId: uuid(2), typeId: uuid(3), inverse: true, note: null })
  expect(sent[1]).toEqual(['unrelate "5"', { relationId: made.id }])
})

it('changes one, and takes one away, each with a way back to what was said', async () => {
  const { user, sent } = show([bo], true)
  await user.click(await screen.findByRole('button', { name: 'Change the relation to Bo' }))
  await user.clear(await screen.findByRole('textbox', { name: 'Note' }))
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(sent[0]?.[1]).toMatchObject({ relationId: bo.id, note: null, inverse: false }))
  await user.click(await screen.findByRole('button', { name: 'Remove the relation to Bo' }))
  await waitFor(() => expect(sent).toHaveLength(2))
  const back = await screen.findAllByRole('button', { name: 'Undo' })
  await user.click(back.at(-1)!)
  await waitFor(() => expect(sent).toHaveLength(3))
  expect(sent[2]?.[1]).toMatchObject({ otherId: bo.otherId, typeId: bo.typeId, note: 'At the fair' })
})
