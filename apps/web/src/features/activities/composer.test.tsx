/** The composer by its keys: an outcome by its figure, a kind by a chord, sent from anywhere in the form. */
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { useActionKeys, useActionList } from '../../lib/actions.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { setPreference } from '../../lib/preferences.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { Composer } from './composer.tsx'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const me = { user: { id: uuid(99), name: 'Lin' }, permissions: ['activities.create'], fieldRules: {} }
const items = ['Progress', 'Interested'].map((en, at) => ({ id: uuid(at + 1), label: { zh: en, en } }))

beforeAll(() => loadTexts('activities'))
beforeEach(() => sessionStorage.clear())
afterEach(() => setPreference('keys', 'on'))

const Keys = () => {
  useActionKeys()
  return (
    <output data-testid="keys">{JSON.stringify(useActionList().map(({ label, keys }) => `${keys} ${label}`))}</output>
  )
}

/** The composer of a customer; what is sent stands in `logged`. */
async function open() {
  const logged: unknown[] = []
  server.use(
    http.get('*/api/v1/dictionary-items', () => HttpResponse.json({ items, nextCursor: null })),
    http.post('*/api/v1/activities', async ({ request }) => {
      logged.push(await request.json())
      return HttpResponse.json({ id: uuid(logged.length), version: 1 }, { status: 201 })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me as unknown as Me)
  const element = (
    <>
      <Keys />
      <Composer about={{ customerId: uuid(50) }} />
    </>
  )
  render(
    <Providers client={client}>
      <RouterProvider router={createMemoryRouter([{ path: '/', element }])} />
    </Providers>,
  )
  await screen.findByRole('radio', { name: 'Progress' })
  return { user: userEvent.setup(), logged }
}
const text = () => screen.getByRole('textbox')
const radio = (name: string) => screen.getByRole('radio', { name })
const send = '{Control>}{Enter}{/Control}'

it('chooses an outcome by its figure and goes on in the text, where figures are only typed', async () => {
  const { user, logged } = await open()
  await user.keyboard('2')
  expect(radio('Interested')).toBeChecked()
  expect(text()).toHaveFocus()
  await user.keyboard(`1 sample ordered${send}`)
  await waitFor(() => expect(logged).toHaveLength(1))
  expect(logged[0]).toMatchObject({
    kind: 'call',
    subject: '1 sample ordered',
    completed: { outcomeId: uuid(2), next: { kind: 'call' } },
  })
  expect(text()).toHaveFocus()
})

it('takes a kind by its chord and goes on where that kind asks for something', async () => {
  const { user } = await open()
  await user.keyboard('nv')
  expect(radio('Visit')).toBeChecked()
  expect(radio('Progress')).toHaveFocus()
  await user.keyboard('nn')
  expect(radio('Note')).toBeChecked()
  expect(text()).toHaveFocus()
  // Nothing comes of a note, so no figure chooses anything.
  await user.tab({ shift: true })
  await user.keyboard('1')
  expect(text()).not.toHaveFocus()
  await user.keyboard('nm')
  expect(radio('Progress')).toHaveFocus()
})

it('sends once from wherever the focus is, and goes to the outcome that is missing', async () => {
  const { user, logged } = await open()
  await user.keyboard(`l${'Offer sent'}${send}`)
  expect(within(screen.getByRole('form')).getByRole('alert')).toHaveTextContent('Choose the outcome')
  expect(radio('Progress')).toHaveFocus()
  await user.keyboard('1')
  screen.getByRole('button', { name: /Next contact/ }).focus()
  await user.keyboard(send)
  await waitFor(() => expect(logged).toHaveLength(1))
  expect(text()).toHaveValue('')
  radio('Call').focus() // in the text the letters would only be typed
  await user.keyboard('nt')
  await user.keyboard('Call the architect')
  radio('Task').focus()
  await user.keyboard(send)
  await waitFor(() => expect(logged).toHaveLength(2))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('names its keys where they are listed, each once, and not on the outcomes when single keys are off', async () => {
  const { user } = await open()
  const listed = JSON.parse(screen.getByTestId('keys').textContent ?? '') as string[]
  expect(listed).toContain('L Log an activity')
  expect(listed).toContain('1 Log: Progress')
  expect(listed).toContain('N V Log: Visit')
  expect(new Set(listed).size).toBe(listed.length)
  expect(radio('Progress')).toHaveAttribute('aria-keyshortcuts', '1')
  setPreference('keys', 'off')
  await waitFor(() => expect(radio('Progress')).not.toHaveAttribute('aria-keyshortcuts'))
  await user.keyboard('1')
  expect(radio('Progress')).not.toBeChecked()
})
