/** The comments of a record as a person meets them; the API is answered by hand, shaped by the contract. */
import { comment as commentSchema } from '@rapport/domain/features/comments/comments.ts'
import { mentionOf } from '@rapport/domain/features/comments/mentions.ts'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import type { Comment } from './comments.queries.ts'
import { RecordComments } from './record-comments.tsx'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = (path: string) => `http://rapport.test/api/v1${path}`
const me = { user: { id: uuid(99), name: 'Lin' }, permissions: [], fieldRules: {} }
const xu = { id: uuid(7), label: 'Qinghe Xu' }
const zhou = { id: uuid(8), label: 'Zhou' }

const aComment = (n: number, body: string, given: Partial<Comment> = {}): Comment => ({
  id: uuid(n),
  version: 1,
  targetType: 'customer',
  targetId: uuid(50),
  parentId: null,
  threadId: uuid(n),
  body,
  mentions: [],
  createdById: xu.id,
  createdBy: xu,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  editedAt: null,
  can: { edit: false, delete: false },
  ...given,
})

beforeAll(() => loadTexts('comments'))
beforeEach(() => sessionStorage.clear())

function open(comments: Comment[], refusal?: object) {
  const sent: { body: string; parentId: string | null }[] = []
  server.use(
    http.get(at('/comments'), () => HttpResponse.json({ items: comments, nextCursor: null })),
    http.get(at(`/customers/${uuid(50)}/readers`), ({ request }) => {
      const typed = new URL(request.url).searchParams.get('search') ?? ''
      return HttpResponse.json({
        items: 'xuqing'.includes(typed) ? [xu] : [],
        others: 'zhou'.includes(typed) ? [zhou] : [],
      })
    }),
    http.post(at('/comments'), async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number])
      const headers = { 'content-type': 'application/problem+json' }
      if (refusal) return HttpResponse.json(refusal, { status: 422, headers })
      return HttpResponse.json(aComment(20, 'x'), { status: 201 })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me as unknown as Me)
  const target = { type: 'customer', id: uuid(50) } as const
  const router = createMemoryRouter([{ path: '/', element: <RecordComments target={target} /> }])
  const shown = render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { user: userEvent.setup(), sent, shown }
}
const box = () => screen.findByRole('textbox', { name: 'Write a comment' })

it('answers as the contract says', () => {
  expect(commentSchema.safeParse(aComment(1, 'x')).error).toBeUndefined()
})

it('mentions whom one chose by keyboard, as a reference, and keeps what looks like a name as text', async () => {
  const { user, sent } = open([])
  await user.type(await box(), '@xu')
  const people = await screen.findByRole('listbox')
  expect(within(people).getByRole('option', { name: /Qinghe Xu/ })).toHaveAttribute('aria-selected', 'true')
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await box()).toHaveValue('@Qinghe Xu '))
  await user.type(await box(), 'and @nobody')
  expect(await screen.findByText(/No colleague has this name/)).toBeVisible()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(sent).toMatchObject([{ body: `${mentionOf(xu.id)} and @nobody`, parentId: null }]))
  await waitFor(async () => expect(await box()).toHaveValue(''))
})

it('says why it was refused, and still has the text after a reload', async () => {
  const code = 'mention.no_access'
  const detail = 'Zhou cannot see this record.'
  const { user, shown } = open([], { type: code, title: '', status: 422, detail, code, requestId: 'r' })
  await user.type(await box(), 'Look, Zhou')
  await user.click(screen.getByRole('button', { name: /^Comment/ }))
  expect(await screen.findByRole('alert')).toHaveTextContent(detail)
  shown.unmount()
  open([])
  expect(await box()).toHaveValue('Look, Zhou')
})

it('shows threads with the people they mention, and answers one', async () => {
  const mine = aComment(2, `Yes ${mentionOf(xu.id)}`, {
    parentId: uuid(1),
    threadId: uuid(1),
    mentions: [xu],
    createdById: me.user.id,
    createdBy: { id: me.user.id, label: 'Lin' },
  })
  const { user, sent } = open([aComment(1, 'Can we?'), mine])
  expect(await screen.findByText('@Qinghe Xu')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Reply' }))
  await user.type(screen.getByRole('textbox', { name: 'Reply' }), 'Done')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(sent).toMatchObject([{ body: 'Done', parentId: uuid(1) }]))
})

it('offers to share with whom one mentions who does not see the record, and posts with it', async () => {
  const code = 'mention.no_access'
  const params = { names: 'Zhou', userIds: [zhou.id], canShare: true }
  const refusal = { type: code, title: '', status: 422, detail: 'Zhou cannot.', code, requestId: 'r', params }
  const { user, sent } = open([], refusal)
  await user.type(await box(), '@zh')
  expect(await screen.findByRole('option', { name: /Zhou.*cannot see this record/ })).toBeVisible()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await box()).toHaveValue('@Zhou '))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.click(await screen.findByRole('button', { name: 'Share with Zhou and comment' }))
  const body = `${mentionOf(zhou.id)} `
  await waitFor(() => expect(sent).toMatchObject([{ body }, { body, share: true }]))
  expect(await box()).toHaveValue('@Zhou ')
})
