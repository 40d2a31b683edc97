/** Files go along with an entry: sent once it is there, kept whatever fails, and each of them once. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { Providers } from '../providers.tsx'
import { sessionQuery, type Me } from '../session.ts'
import { ComposerOf } from './composer-of.tsx'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const me = {
  user: { id: uuid(99), name: 'Lin' },
  permissions: ['activities.create'],
  fieldRules: {},
  organisation: { attachmentMegabytes: 1 },
}
const problem = (status: number, code: string) =>
  HttpResponse.json(
    { type: 'x', title: 'It did not work', status, code },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )

beforeAll(() => loadTexts('activities', 'attachments'))
beforeEach(() => sessionStorage.clear())

type Upload = { name: string; targetId: string; key: string | null }

/** The composer over an API whose next answers can be refusals. */
function open() {
  const uploads: Upload[] = []
  const logged: (string | null)[] = []
  const refuse = { log: 0, upload: 0 }
  // jsdom's files do not survive the way through a request, so the form is read where it is filled.
  let sent = new Map<string, unknown>()
  vi.spyOn(FormData.prototype, 'set').mockImplementation((part: string, value: unknown) => {
    if (part === 'targetType') sent = new Map()
    sent.set(part, value)
  })
  server.use(
    http.get('*/api/v1/dictionary-items', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.post('*/api/v1/activities', ({ request }) => {
      logged.push(request.headers.get('idempotency-key'))
      if (refuse.log-- > 0) return problem(500, 'internal')
      return HttpResponse.json({ id: uuid(logged.length), version: 1 }, { status: 201 })
    }),
    http.delete('*/api/v1/activities/:id', () => new HttpResponse(null, { status: 204 })),
    http.post('*/api/v1/attachments', ({ request }) => {
      const key = request.headers.get('idempotency-key')
      const { name } = sent.get('file') as File
      const targetId = String(sent.get('targetId'))
      uploads.push({ name, targetId, key })
      if (refuse.upload-- > 0) return problem(503, 'database.away')
      return HttpResponse.json({ id: uuid(70) }, { status: 201 })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me as unknown as Me)
  const router = createMemoryRouter([
    { path: '/', element: <ComposerOf about={{ customerId: uuid(50) }} /> },
    { path: '/elsewhere', element: <p>Elsewhere</p> },
  ])
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { user: userEvent.setup(), uploads, logged, refuse, router }
}
const text = () => screen.getByRole('textbox')
const form = () => screen.getByRole('form', { name: 'Log an activity' })
const list = async () => within(await screen.findByRole('form')).findByRole('list', { name: 'Files of this entry' })
const pdf = (name: string) => new File(['%PDF-1.7'], name, { type: 'application/pdf' })
const choose = async (user: ReturnType<typeof userEvent.setup>, ...files: File[]) =>
  user.upload(await screen.findByLabelText('Attach files to this entry', { selector: 'input' }), files)
const note = async (user: ReturnType<typeof userEvent.setup>, words: string) => {
  await user.click(screen.getByRole('radio', { name: 'Note' }))
  await user.type(text(), words)
}

it('sends what was chosen, dropped and pasted to the activity once that is there', async () => {
  const { user, uploads, logged } = open()
  await note(user, 'Plan of the hall')
  await choose(user, pdf('chosen.pdf'))
  fireEvent.drop(form(), { dataTransfer: { files: [pdf('dropped.pdf')], types: ['Files'] } })
  fireEvent.paste(text(), { clipboardData: { files: [pdf('pasted.pdf')], types: ['Files'] } })
  fireEvent.drop(form(), { dataTransfer: { files: [pdf('left-out.pdf'), pdf('run.exe')], types: ['Files'] } })
  expect(await screen.findByText('Files of this kind are not taken')).toBeVisible()
  fireEvent.drop(form(), {
    dataTransfer: { files: [new File([new Uint8Array(1024 * 1024 + 1)], 'huge.txt')], types: ['Files'] },
  })
  expect(await screen.findByText('At most 1 MB a file')).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Leave out left-out.pdf' }))
  expect(text()).toHaveFocus()
  expect(uploads).toEqual([])
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(uploads.map(({ name }) => name)).toEqual(['chosen.pdf', 'dropped.pdf', 'pasted.pdf']))
  expect(logged).toHaveLength(1)
  expect(new Set(uploads.map(({ targetId }) => targetId))).toEqual(new Set([uuid(1)]))
  expect(new Set(uploads.map(({ key }) => key)).size).toBe(3)
  await waitFor(() => expect(within(form()).queryByText('pasted.pdf')).toBeNull())
  expect(within(form()).getByText('run.exe')).toBeVisible()
})

it('keeps words and files when the entry is refused, and sends both again as the same', async () => {
  const { user, uploads, logged, refuse } = open()
  refuse.log = 1
  await note(user, 'Offer handed over')
  await choose(user, pdf('offer.pdf'))
  await user.click(text())
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(logged).toHaveLength(1))
  expect(await within(form()).findByText(/It did not work|wrong/i)).toBeVisible()
  expect(text()).toHaveValue('Offer handed over')
  expect(await screen.findByRole('button', { name: 'Leave out offer.pdf' })).toBeVisible()
  expect(uploads).toEqual([])
  await user.click(text())
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(uploads.map(({ name, targetId }) => [name, targetId])).toEqual([['offer.pdf', uuid(2)]]))
  expect(new Set(logged).size).toBe(1)
})

it('keeps a file that did not arrive, to be sent again alone as the same', async () => {
  const { user, uploads, logged, refuse } = open()
  refuse.upload = 1
  await note(user, 'Two files')
  await choose(user, pdf('first.pdf'), pdf('second.pdf'))
  await user.click(text())
  await user.keyboard('{Control>}{Enter}{/Control}')
  const alert = await screen.findByRole('alert')
  await waitFor(() => expect(uploads).toHaveLength(2))
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(uploads.map(({ name }) => name)).toEqual(['first.pdf', 'second.pdf', 'first.pdf'])
  expect(uploads[2]).toEqual(uploads[0])
  expect(logged).toHaveLength(1)
})

it('keeps what is chosen while one looks elsewhere, and gives files back with an entry that is taken back', async () => {
  const { user, uploads, router } = open()
  await note(user, 'Photo of the pump')
  await choose(user, pdf('pump.pdf'))
  await router.navigate('/elsewhere')
  await screen.findByText('Elsewhere')
  await router.navigate('/')
  expect(within(await list()).getByText('pump.pdf')).toBeVisible()
  await user.click(text())
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(uploads).toHaveLength(1))
  // What tests before this one were told stands there as well.
  await user.click((await screen.findAllByRole('button', { name: 'Undo' })).at(-1)!)
  expect(within(await list()).getByText('pump.pdf')).toBeVisible()
  expect(text()).toHaveValue('Photo of the pump')
  await user.click(text())
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(uploads.map(({ targetId }) => targetId)).toEqual([uuid(1), uuid(2)]))
  expect(uploads[1]!.key).not.toBe(uploads[0]!.key)
})
