/** A list page with its form as a person meets it; the API is answered by hand, shaped by the contract. */
import { competitor as competitorSchema } from '@rapport/domain/features/competitors/competitors.ts'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import CompetitorsPage from './competitors-page.tsx'
import type { Competitor } from './competitors.queries.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = (path: string) => `http://rapport.test/api/v1/competitors${path}`
const me = { permissions: ['competitors.read', 'competitors.create', 'competitors.update'], fieldRules: {} }

const aCompetitor = (n: number, name: string, given: Partial<Competitor> = {}): Competitor => ({
  id: uuid(n),
  version: 1,
  name,
  website: null,
  strengths: 'Low prices',
  weaknesses: null,
  archivedAt: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  can: { edit: true, archive: true, delete: false },
  ...given,
})

// The form is loaded when first asked for, which takes its time beside other tests.
const LOADING = { timeout: 8000 }
beforeAll(() => loadTexts('competitors'))

/** The page over an API that keeps competitors and refuses a name that is taken. */
function open(permissions = me.permissions) {
  const state = { rows: [aCompetitor(1, 'Lanyu'), aCompetitor(2, 'Chengyan')] }
  const sent: { what: string; body: unknown; version: string | null }[] = []
  const note = async (what: string, request: Request) => {
    const body = (await request.json()) as Partial<Competitor>
    sent.push({ what, body, version: request.headers.get('if-match') })
    return body
  }
  const change = (id: unknown, part: Partial<Competitor>) => {
    state.rows = state.rows.map((row) => (row.id === id ? { ...row, ...part, version: row.version + 1 } : row))
    return HttpResponse.json(state.rows.find((row) => row.id === id))
  }
  const taken = { status: 409, code: 'record.duplicate', title: 'Exists already', detail: 'Another has this name.' }
  server.use(
    http.get(at(''), () =>
      HttpResponse.json({ items: state.rows, nextCursor: null, total: { value: state.rows.length, exact: true } }),
    ),
    http.post(at(''), async ({ request }) => {
      const body = await note('create', request)
      const errors = [{ path: 'name', code: 'field.taken', message: 'This name is taken' }]
      if (state.rows.some(({ name }) => name === body.name))
        return HttpResponse.json(
          { ...taken, errors },
          { status: 409, headers: { 'content-type': 'application/problem+json' } },
        )
      state.rows = [...state.rows, aCompetitor(9, body.name ?? '', body)]
      return HttpResponse.json(state.rows.at(-1), { status: 201 })
    }),
    http.get(at('/:id'), ({ params }) => HttpResponse.json(state.rows.find(({ id }) => id === params['id']))),
    http.patch(at('/:id'), async ({ request, params }) => {
      const body = await note('update', request)
      const isStale = state.rows.some(
        ({ id, version }) => id === params['id'] && sent.at(-1)?.version !== `"${version}"`,
      )
      if (!isStale) return change(params['id'], body)
      const stale = { status: 412, code: 'version.stale', title: 'Changed meanwhile', detail: '' }
      return HttpResponse.json(stale, { status: 412, headers: { 'content-type': 'application/problem+json' } })
    }),
    http.post(at('/:id/archive'), async ({ request, params }) => {
      await note('archive', request)
      return change(params['id'], { archivedAt: '2026-11-20T00:00:00.000Z' })
    }),
    http.post(at('/:id/unarchive'), async ({ request, params }) => {
      await note('unarchive', request)
      return change(params['id'], { archivedAt: null })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { ...me, permissions } as unknown as Me)
  const router = createMemoryRouter([{ path: '/', Component: CompetitorsPage }])
  const { unmount } = render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  /** What another session does. */
  const elsewhere = (n: number, part: Partial<Competitor>) => void change(uuid(n), part)
  return { user: userEvent.setup(), client, sent, unmount, elsewhere }
}

const field = (name: string) => screen.findByRole('textbox', { name }, LOADING)
const row = async (name: string) => (await screen.findByText(name)).closest('[role=row]') as HTMLElement

it('answers as the contract says', () => {
  expect(competitorSchema.safeParse(aCompetitor(1, 'Lanyu')).error).toBeUndefined()
})

it('makes one, shows a refusal at its field, and loses nothing that was typed', async () => {
  const { user, sent, unmount } = open()
  expect(await row('Lanyu')).toHaveTextContent('Low prices')
  await user.click(screen.getByRole('button', { name: 'New competitor' }))
  await user.type(await field('Name'), 'Lanyu')
  await user.type(await field('Weaknesses'), 'Slow')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  expect(await screen.findByText('This name is taken')).toBeVisible()
  expect(await field('Weaknesses')).toHaveValue('Slow')
  unmount()

  const again = open()
  await again.user.click(await screen.findByRole('button', { name: 'New competitor' }))
  const name = await field('Name')
  expect(name).toHaveValue('Lanyu')
  await again.user.clear(name)
  await again.user.type(name, 'Shuofeng')
  await again.user.click(screen.getByRole('button', { name: 'Create' }))
  expect(await row('Shuofeng')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent).toHaveLength(1)
  expect(again.sent).toEqual([{ what: 'create', body: { name: 'Shuofeng', weaknesses: 'Slow' }, version: null }])
})

it('refuses an empty name before it is sent', async () => {
  const { user, sent } = open()
  await user.click(await screen.findByRole('button', { name: 'New competitor' }))
  await field('Name')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  expect(await screen.findByText('Required')).toBeVisible()
  expect(await field('Name')).toHaveFocus()
  expect(sent).toEqual([])
})

it('changes only what was changed, with the version it was read in', async () => {
  const { user, sent } = open()
  await user.click(within(await row('Chengyan')).getByText('Chengyan'))
  await user.type(await field('Website'), 'https://chengyan.example.com')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(sent).toEqual([{ what: 'update', body: { website: 'https://chengyan.example.com' }, version: '"1"' }]),
  )
})

it('tells who was slower what the other saved, and loses nothing of what he typed', async () => {
  const { user, sent, elsewhere } = open()
  await user.click(within(await row('Chengyan')).getByText('Chengyan'))
  const strengths = await field('Strengths')
  await user.clear(strengths)
  await user.type(strengths, 'Known to all')
  elsewhere(2, { strengths: 'Fast delivery', website: 'https://theirs.example.com' })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Somebody else saved “Fast delivery”')).toBeVisible()
  expect(await field('Strengths')).toHaveValue('Known to all')
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await user.click(screen.getByRole('button', { name: 'Keep mine' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  // Mine in the field both had changed, theirs in the other.
  expect(sent.map(({ body, version }) => ({ body, version }))).toEqual([
    { body: { strengths: 'Known to all' }, version: '"1"' },
    { body: { strengths: 'Known to all' }, version: '"2"' },
  ])
})

it('loads what the other saved into the fields both changed, and keeps the rest of what was typed', async () => {
  const { user, sent, elsewhere } = open()
  await user.click(within(await row('Chengyan')).getByText('Chengyan'))
  await user.type(await field('Strengths'), ' indeed')
  await user.type(await field('Weaknesses'), 'Slow')
  elsewhere(2, { strengths: 'Fast delivery' })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Load theirs' }))
  expect(await field('Strengths')).toHaveValue('Fast delivery')
  expect(await field('Weaknesses')).toHaveValue('Slow')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent.at(-1)).toEqual({ what: 'update', body: { weaknesses: 'Slow' }, version: '"2"' }))
})

it('asks nobody where two have changed different fields', async () => {
  const { user, sent, elsewhere } = open()
  await user.click(within(await row('Chengyan')).getByText('Chengyan'))
  await user.type(await field('Weaknesses'), 'Slow')
  elsewhere(2, { website: 'https://theirs.example.com' })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent.at(-1)).toEqual({ what: 'update', body: { weaknesses: 'Slow' }, version: '"2"' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('hears of the other while the form is open, also after a reload', async () => {
  const { user, client, elsewhere, unmount } = open()
  await user.click(within(await row('Chengyan')).getByText('Chengyan'))
  await user.type(await field('Strengths'), ' indeed')
  elsewhere(2, { strengths: 'Fast delivery' })
  // What the stream of events does.
  await client.invalidateQueries({ queryKey: ['competitors'] })
  expect(await screen.findByText('Somebody else saved “Fast delivery”')).toBeVisible()
  unmount()

  const again = open()
  again.elsewhere(2, { strengths: 'Fast delivery' })
  await again.user.click(within(await row('Chengyan')).getByText('Chengyan'))
  expect(await field('Strengths')).toHaveValue('Low prices indeed')
  await again.user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Somebody else saved “Fast delivery”')).toBeVisible()
})

it('archives one and takes that back', async () => {
  const { user, sent } = open()
  await user.click(within(await row('Chengyan')).getByText('Chengyan'))
  await user.click(await screen.findByRole('button', { name: 'Archive' }, LOADING))
  expect(await screen.findByText('Archived')).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(sent.map(({ what }) => what)).toEqual(['archive', 'unarchive']))
})

it('offers nothing to change to who may only read', async () => {
  open(['competitors.read'])
  await row('Lanyu')
  expect(screen.queryByRole('button', { name: 'New competitor' })).toBeNull()
})
