/** The views above a list as a person meets them; the API is answered by hand, shaped by the contract. */
import { savedView as savedViewSchema, viewCounts } from '@rapport/domain/features/saved-views/saved-views.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { useActionKeys } from '../../lib/actions.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { failing, server } from '../../test/server.ts'
import type { SavedView } from './saved-views.queries.ts'
import { Unavailable } from './unavailable.tsx'
import { useSavedList } from './use-saved-list.ts'
import { ViewTabs } from './view-tabs.tsx'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = (path: string) => `http://rapport.test/api/v1/saved-views${path}`
const me = { user: { id: uuid(99), primaryTeamId: uuid(50) }, permissions: [], fieldRules: {} }
// As the database gives it back, with the keys in its own order.
const high = JSON.parse('{"op":"in","field":"tier","value":["high"]}') as SavedView['filter']

const aView = (n: number, label: string, given: Partial<SavedView> = {}): SavedView => ({
  id: uuid(n),
  version: 1,
  entity: 'customers',
  label,
  filter: high,
  sort: ['-lastActivityAt'],
  columns: ['city', 'ownerId'],
  group: null,
  layout: 'table',
  shared: 'me',
  isDefault: false,
  unavailable: 0,
  createdById: uuid(99),
  createdBy: { id: uuid(99), label: 'Lin' },
  archivedAt: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  can: { edit: true, publish: false, archive: true },
  ...given,
})

/** A list that shows its state instead of records. */
function List() {
  useActionKeys()
  const { views, state, change } = useSavedList('customers', () => ({ sort: [{ field: 'name', descending: false }] }))
  return (
    <>
      <ViewTabs of={views} state={state} title="Customers" isListThere={views.ready} />
      <Unavailable in={views.view} />
      <output>{JSON.stringify({ filter: state.filter ?? null, sort: state.sort, columns: state.columns })}</output>
      <button type="button" onClick={() => change({ sort: [{ field: 'name', descending: true }] })}>
        by name
      </button>
      <button type="button" onClick={() => change({ columns: ['tier'] })}>
        one column
      </button>
      <button type="button" onClick={() => change({ group: 'tier' })}>
        by tier
      </button>
      <p>grouped by {state.group ?? 'nothing'}</p>
    </>
  )
}

type Sent = { what: string; body: unknown; version: string | null }

function open(address: string, views: SavedView[]) {
  const state = { views }
  const sent: Sent[] = []
  const asked: string[] = []
  const change = (id: unknown, part: Partial<SavedView>) => {
    state.views = state.views.map((one) => (one.id === id ? { ...one, ...part, version: one.version + 1 } : one))
    return HttpResponse.json(state.views.find((one) => one.id === id))
  }
  const note = async (what: string, request: Request) => {
    const body = (await request.json()) as Partial<SavedView>
    sent.push({ what, body, version: request.headers.get('if-match') })
    return body
  }
  server.use(
    http.get(at(''), () =>
      HttpResponse.json({ items: state.views.filter(({ archivedAt }) => archivedAt === null), nextCursor: null }),
    ),
    http.get(at('/counts'), ({ request }) => {
      asked.push(new URL(request.url).search)
      const ids = [null, ...state.views.map(({ id }) => id)]
      const counts = ids.map((viewId, n) => ({ viewId, total: { value: n === 0 ? 10_000 : 15 + n, exact: n > 0 } }))
      return HttpResponse.json(viewCounts.parse({ counts }))
    }),
    http.post(at(''), async ({ request }) => {
      state.views = [...state.views, aView(9, '', await note('create', request))]
      return HttpResponse.json(state.views.at(-1), { status: 201 })
    }),
    http.patch(at('/:id'), async ({ request, params }) => change(params['id'], await note('update', request))),
    http.post(at('/:id/archive'), ({ params }) => change(params['id'], { archivedAt: '2026-11-20T00:00:00.000Z' })),
    http.post(at('/:id/unarchive'), ({ params }) => change(params['id'], { archivedAt: null })),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me as unknown as Me)
  const router = createMemoryRouter([{ path: '/customers', Component: List }], { initialEntries: [address] })
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  const search = () => router.state.location.search
  return { user: userEvent.setup(), sent, asked, search }
}

// The dialog and the menus are loaded when first asked for, which takes its time beside other tests.
const LOADING = { timeout: 8000 }
const output = () => JSON.parse(document.querySelector('output')?.textContent ?? '{}') as object
const tab = (name: RegExp | string) => screen.findByRole('link', { name }, LOADING)
const ofView = { filter: high, sort: [{ field: 'lastActivityAt', descending: true }], columns: ['city', 'ownerId'] }

it('answers as the contract says', () => {
  expect(savedViewSchema.safeParse(aView(1, 'Important')).error).toBeUndefined()
})

it('opens the first view beside a panel that the address asks for', async () => {
  const { search } = open('/customers?new=contacts&new.name=Lin', [aView(1, 'Important', { isDefault: true })])
  await waitFor(() => expect(search()).toContain(`view=${uuid(1)}`))
  expect(Object.fromEntries(new URLSearchParams(search()))).toEqual({
    new: 'contacts',
    'new.name': 'Lin',
    view: uuid(1),
  })
})

it('does not call a view gone that could not be looked up, and asks again', async () => {
  const { user } = open(`/customers?view=${uuid(1)}`, [aView(1, 'Important')])
  server.use(failing(at('')))
  const again = await screen.findByRole('button', { name: 'Try again' })
  expect(screen.queryByText(/view/i, { selector: 'span' })).toBeNull()
  await user.click(again)
  expect(await tab('Important')).toHaveAttribute('aria-current', 'page')
})

it('says how many records stand behind each tab, in one question, and not in its name', async () => {
  const { asked } = open('/customers', [aView(1, 'Important'), aView(2, 'Sleeping')])
  await waitFor(async () => expect(await tab('Important')).toHaveAccessibleDescription('16'))
  expect(await tab('Sleeping')).toHaveAccessibleDescription('17')
  expect(await tab('All customers')).toHaveAccessibleDescription('10,000+')
  expect(asked).toEqual(['?entity=customers'])
})

it('counts anew when a view is kept', async () => {
  const { user, asked } = open(`/customers?view=${uuid(1)}&sort=name`, [aView(1, 'Important')])
  await waitFor(async () => expect(await tab('Important')).toHaveAccessibleDescription('16'))
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked).toHaveLength(2))
})

it('opens a view from its tab: the address names it and nothing else', async () => {
  const { user, search } = open('/customers', [aView(1, 'Important')])
  expect(await tab('All customers')).toHaveAttribute('aria-current', 'page')
  await user.click(await tab('Important'))
  await waitFor(() => expect(output()).toEqual(ofView))
  expect(search()).toBe(`?view=${uuid(1)}`)
  expect(screen.queryByText('Modified')).toBeNull()
})

it('says what was changed, and saves just that with the version it was read in', async () => {
  const { user, sent, search } = open(`/customers?view=${uuid(1)}`, [aView(1, 'Important')])
  await tab('Important')
  await user.click(screen.getByText('by name'))
  expect(await screen.findByText('Modified')).toBeVisible()
  expect(search()).toBe(`?view=${uuid(1)}&sort=-name`)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(search()).toBe(`?view=${uuid(1)}`))
  expect(sent).toEqual([{ what: 'update', body: { sort: ['-name'] }, version: '"1"' }])
  expect(output()).toEqual({ ...ofView, sort: [{ field: 'name', descending: true }] })
})

it('keeps by what a table is grouped, and groups it so', async () => {
  const { user, sent, search } = open(`/customers?view=${uuid(1)}`, [aView(1, 'Important')])
  await tab('Important')
  expect(screen.getByText('grouped by nothing')).toBeVisible()
  await user.click(screen.getByText('by tier'))
  expect(search()).toBe(`?view=${uuid(1)}&group=tier`)
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  await waitFor(() => expect(search()).toBe(`?view=${uuid(1)}`))
  expect(sent).toEqual([{ what: 'update', body: { group: 'tier' }, version: '"1"' }])
  expect(screen.getByText('grouped by tier')).toBeVisible()
})

it('takes the pipeline of a board for no group', async () => {
  open(`/customers?view=${uuid(1)}`, [aView(1, 'Important', { layout: 'board', group: uuid(70) })])
  await tab('Important')
  expect(screen.getByText('grouped by nothing')).toBeVisible()
})

it('goes back to the view as it was kept', async () => {
  const { user, sent, search } = open(`/customers?view=${uuid(1)}&sort=-name&q=lan`, [aView(1, 'Important')])
  await user.click(await screen.findByRole('button', { name: 'Revert' }))
  await waitFor(() => expect(output()).toEqual(ofView))
  expect(search()).toBe(`?view=${uuid(1)}&q=lan`)
  expect(sent).toEqual([])
})

it('keeps a list under a new name, shared, and opens it', async () => {
  const filter = encodeURIComponent(JSON.stringify(high))
  const { user, sent, search } = open(`/customers?filter=${filter}`, [])
  await user.click(await screen.findByRole('button', { name: 'Save as' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name' }, LOADING), 'Important')
  await user.click(screen.getByRole('radio', { name: 'My team' }))
  expect(screen.queryByRole('radio', { name: 'Everyone' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(search()).toBe(`?view=${uuid(9)}`), LOADING)
  const made = await tab(/Important/)
  await waitFor(() => expect(made).toHaveAttribute('aria-current', 'page'), LOADING)
  const content = { filter: high, sort: ['name'], columns: null, layout: 'table', group: null }
  const body = { entity: 'customers', ...content, label: 'Important', shared: 'team', isDefault: false }
  expect(sent).toEqual([{ what: 'create', body, version: null }])
})

it('deletes a view and brings it back', async () => {
  const { user, search } = open(`/customers?view=${uuid(1)}`, [aView(1, 'Important')])
  await user.click(await screen.findByRole('button', { name: 'More for Important' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete the view', hidden: true }, LOADING))
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Important' })).toBeNull())
  expect(search()).toBe('')
  await user.click(await screen.findByRole('button', { name: 'Undo' }, LOADING))
  const back = await tab('Important')
  await waitFor(() => expect(back).toHaveAttribute('aria-current', 'page'), LOADING)
})

it('says of a view of others how much is not for this reader, and offers no saving', async () => {
  const can = { edit: false, publish: false, archive: false }
  const view = aView(1, 'Large', { can, shared: 'all', filter: null, unavailable: 1 })
  const { user } = open(`/customers?view=${uuid(1)}&sort=-name`, [view])
  expect(await screen.findByText('1 condition is not available')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Save as' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'More for Large' }))
  expect(await screen.findByRole('menuitem', { name: 'Copy link', hidden: true }, LOADING)).toBeInTheDocument()
  expect(screen.queryByRole('menuitem', { name: 'Delete the view', hidden: true })).toBeNull()
})

it('shows everything, and says so, where the view of the address is not there', async () => {
  open(`/customers?view=${uuid(7)}`, [])
  expect(await screen.findByText('This view is not available')).toBeVisible()
  expect(output()).toMatchObject({ filter: null })
})

it('opens what is shown first from a bare address, and takes any other at its word', async () => {
  const common = aView(1, 'Common', { isDefault: true, shared: 'all' })
  const first = open('/customers', [common, aView(2, 'Mine', { isDefault: true })])
  await waitFor(() => expect(first.search()).toBe(`?view=${uuid(2)}`))
  await first.user.click(await tab('All customers'))
  expect(first.search()).toBe('?view=all')
})

it('keeps the columns somebody chose where no view says which', async () => {
  const { user, search } = open('/customers', [])
  await tab('All customers')
  await user.click(screen.getByText('one column'))
  await waitFor(() => expect(output()).toMatchObject({ columns: ['tier'] }))
  expect(search()).toBe('')
})

it('walks the views with the brackets', async () => {
  const { user, search } = open('/customers', [aView(1, 'Important'), aView(2, 'New')])
  await tab('Important')
  await user.keyboard('[BracketRight]')
  await waitFor(() => expect(search()).toBe(`?view=${uuid(1)}`))
})
