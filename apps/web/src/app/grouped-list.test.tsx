/** A list in groups as a person meets it; the API is answered by hand, shaped by the contract. */
import { aggregateReply } from '@rapport/domain/contract/page.ts'
import { field, fieldsOf, type Fields } from '@rapport/domain/field/kinds.ts'
import type { Condition, Filter } from '@rapport/domain/filter/filter.ts'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it, vi } from 'vitest'
import { useListState } from '../lib/list-state.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import { PHONE } from '../lib/use-is-phone.ts'
import { chosenBy } from '../features/bulk/bulk.queries.ts'
import { ActionBar } from '../ui/action-bar.tsx'
import { totalOf } from '../ui/list-query.ts'
import { ListTools } from '../ui/list-tools.tsx'
import type { GridColumn } from '../ui/record-grid/columns.ts'
import { useSelection } from '../ui/record-grid/use-selection.ts'
import { RecordList } from '../ui/record-list.tsx'
import { useListPages } from '../ui/use-list-pages.ts'
import { server } from '../test/server.ts'
import { Providers } from './providers.tsx'

type Row = { id: string; name: string; tier: string | null }
const row = (n: number, tier: string | null): Row => ({ id: `c${n}`, name: `Customer ${n}`, tier })
const some: Row[] = [row(1, 'low'), row(2, 'high'), row(3, 'high'), row(4, null)]

const label = (en: string) => ({ zh: en, en })
const choices = ['high', 'low'].map((value) => ({ value, label: label(value.toUpperCase()) }))
const usable = { filterable: true, groupable: true } as const
const fields = fieldsOf({
  name: field.text({ label: label('Name'), filterable: true }),
  tier: field.choice({ label: label('Tier'), choices, ...usable }),
  city: field.text({ label: label('City'), ...usable }),
})
const columns: GridColumn<Row>[] = [
  { id: 'name', label: 'Name', width: 100, cell: ({ name }) => name },
  { id: 'worth', label: 'Worth', width: 80, numeric: true, cell: () => null },
]

function List({ readable }: { readable: Fields }) {
  const [state, change] = useListState()
  const selection = useSelection()
  const sums = { worth: { measure: 'sum:worth', show: (value: string) => `¥${value}` } }
  const groups = { list: 'GET /customers', heads: 'GET /customers/aggregate', fields: readable, sums } as const
  const query = useListPages<Row>(groups, state, true)
  return (
    <>
      <ListTools columns={columns} state={state} onChange={change} selection={selection} groupable={readable} />
      <RecordList
        label="Customers"
        {...{ query, columns, state, selection }}
        onChange={change}
        nameOf={({ name }) => name}
        hrefOf={({ id }) => `/customers/${id}`}
        groups={groups}
        walk="GET /customers"
        empty="nothing"
      />
      <output aria-label="Selected">{selection.list.join()}</output>
      <output aria-label="Chosen">{JSON.stringify(chosenBy(selection, state))}</output>
      <ActionBar selection={selection} total={totalOf(query)}>
        bar
      </ActionBar>
    </>
  )
}

const conditionsIn = (url: URL): Condition[] => {
  const filter = JSON.parse(url.searchParams.get('filter') ?? '{"and":[]}') as Filter
  return ('and' in filter ? filter.and : [filter]) as Condition[]
}
const holds = (given: Row) => (condition: Condition) =>
  condition.field === 'tier' && (condition.op === 'empty' ? given.tier === null : given.tier === condition.value)

type Given = { search?: string; rows?: Row[]; readable?: Fields; groups?: object[]; page?: number }

// Which groups are open is remembered by the list's path.
let nth = 0

/** Answers lists as the server does: what the filter holds, some at a time. */
function open({ search = '?group=tier', rows = some, readable = fields, groups, page = 100 }: Given = {}) {
  const asked: URL[] = []
  const note = (request: Request) => {
    const url = new URL(request.url)
    asked.push(url)
    return url
  }
  const counted = ['low', 'high', null].map((tier) => {
    const { length } = rows.filter((one) => one.tier === tier)
    return { key: [tier], labels: [null], values: [length, `${length}00.00`] }
  })
  server.use(
    http.get('http://rapport.test/api/v1/customers/aggregate', ({ request }) => {
      note(request)
      return HttpResponse.json(aggregateReply.parse({ groups: groups ?? counted }))
    }),
    http.get('http://rapport.test/api/v1/customers', ({ request }) => {
      const url = note(request)
      const found = rows.filter((one) => conditionsIn(url).every(holds(one)))
      const from = Number(url.searchParams.get('cursor') ?? 0)
      const next = from + page < found.length ? String(from + page) : null
      const total = { value: found.length, exact: true }
      return HttpResponse.json({ items: found.slice(from, from + page), nextCursor: next, total })
    }),
  )
  const routes = [
    { path: '/lists/:n', element: <List readable={readable} /> },
    { path: '/customers/:id', element: <p>the record</p> },
  ]
  const router = createMemoryRouter(routes, { initialEntries: [`/lists/${nth++}${search}`] })
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { user: userEvent.setup(), asked, router }
}

const tree = () => screen.findByRole('treegrid', { name: 'Customers' })
const lines = () => within(screen.getByRole('treegrid')).getAllByRole('row').slice(1)
const texts = () => lines().map((line) => line.textContent)
const current = () => document.getElementById(screen.getByRole('treegrid').getAttribute('aria-activedescendant') ?? '')
const heads = (asked: URL[]) => asked.filter(({ searchParams }) => searchParams.has('groupBy'))

it('names the groups by one question, in the order of the choices, and opens the first', async () => {
  const { asked } = open()
  await tree()
  await waitFor(() =>
    expect(texts()).toEqual(['HIGH2¥200.00', 'Customer 2', 'Customer 3', 'LOW1¥100.00', 'No tier1¥100.00']),
  )
  expect(heads(asked).map(({ search }) => decodeURIComponent(search))).toEqual([
    '?measures=count,sum:worth&groupBy=tier',
  ])
  const [head, row1] = lines()
  expect(head).toHaveAttribute('aria-level', '1')
  expect(head).toHaveAttribute('aria-expanded', 'true')
  expect(row1).toHaveAttribute('aria-level', '2')
  // Of the rows those of the open group alone are asked for, and none that would stand in none.
  const rows = asked.filter(({ searchParams }) => !searchParams.has('groupBy'))
  expect(rows.map(conditionsIn)).toEqual([[{ field: 'tier', op: 'eq', value: 'high' }]])
})

it('opens each group by the list’s own filter and what its records have in common', async () => {
  const filter = JSON.stringify({ field: 'tier', op: 'empty' })
  const { user, asked } = open({ search: `?group=tier&filter=${encodeURIComponent(filter)}` })
  await tree()
  await user.click(await screen.findByText('No tier'))
  await waitFor(() => expect(texts()).toContain('Customer 4'))
  expect(conditionsIn(asked.at(-1)!)).toEqual([
    { field: 'tier', op: 'empty' },
    { field: 'tier', op: 'empty' },
  ])
})

it('is walked and turned with the arrows, through heads and rows', async () => {
  const { user, router } = open()
  const grid = await tree()
  await waitFor(() => expect(texts()).toHaveLength(5))
  grid.focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(current()).toHaveTextContent('Customer 2')
  await user.keyboard('{ArrowLeft}')
  expect(current()).toHaveTextContent('HIGH')
  await user.keyboard('{ArrowLeft}')
  expect(texts()).toEqual(['HIGH2¥200.00', 'LOW1¥100.00', 'No tier1¥100.00'])
  await user.keyboard('{ArrowDown}{ArrowRight}')
  await waitFor(() => expect(texts()).toContain('Customer 1'))
  expect(current()).toHaveTextContent('LOW')
  await user.keyboard('{ArrowRight}')
  expect(current()).toHaveTextContent('Customer 1')
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(texts()).toContain('Customer 4'))
  await user.keyboard('{ArrowDown}{Enter}')
  expect(await screen.findByText('the record')).toBeVisible()
  // From there one walks on among those of the group.
  expect(router.state.location.state).toMatchObject({ walk: { total: { value: 1 }, query: { filter: /empty/ } } })
})

it('says what matches nothing, and how many there are, without the rows', async () => {
  open({ groups: [] })
  expect(await screen.findByText('nothing')).toBeVisible()
})

it('selects records by key', async () => {
  const { user } = open()
  const grid = await tree()
  await waitFor(() => expect(texts()).toHaveLength(5))
  grid.focus()
  await user.keyboard('{Home}{ArrowDown}x{ArrowDown}{ArrowDown}{Enter}')
  await waitFor(() => expect(texts()).toContain('Customer 1'))
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(screen.getByLabelText('Selected').textContent?.split(',').toSorted()).toEqual(['c1', 'c2', 'c3'])
})

const chosen = () => JSON.parse(screen.getByLabelText('Chosen').textContent ?? '') as object
const high = { field: 'tier', op: 'eq', value: 'high' }
const box = (name: RegExp) => within(screen.getByRole('treegrid')).getByRole('checkbox', { name })

it('selects a whole group by its tick box, also what of it is not loaded, and lets it go', async () => {
  const { user } = open({ rows: [...some, ...Array.from({ length: 9 }, (_, n) => row(20 + n, 'high'))], page: 4 })
  await tree()
  await waitFor(() => expect(texts()).toContain('Customer 3'))
  await user.click(box(/^Select HIGH \(11\)/))
  expect(box(/^Select HIGH/)).toHaveAttribute('aria-checked', 'true')
  expect(chosen()).toEqual({ filter: { or: [high] } })
  expect(screen.getByRole('toolbar', { name: '11 selected' })).toBeVisible()
  expect(box(/Customer 3/)).toHaveAttribute('aria-checked', 'true')
  // One that is closed as well, without a look at its records.
  await user.click(box(/^Select No tier \(1\)/))
  expect(chosen()).toEqual({ filter: { or: [high, { field: 'tier', op: 'empty' }] } })
  expect(screen.getByRole('toolbar', { name: '12 selected' })).toBeVisible()
  await user.click(box(/^Select HIGH/))
  expect(chosen()).toEqual({ filter: { or: [{ field: 'tier', op: 'empty' }] } })
})

it('keeps of a group what is loaded when one of its records is let go, or others are selected beside it', async () => {
  const { user } = open()
  const grid = await tree()
  await waitFor(() => expect(texts()).toHaveLength(5))
  grid.focus()
  await user.keyboard('{Home}x')
  expect(chosen()).toEqual({ filter: { or: [high] } })
  await user.keyboard('{ArrowDown}x')
  expect(chosen()).toEqual({ ids: ['c3'] })
  expect(box(/^Select HIGH/)).toHaveAttribute('aria-checked', 'mixed')
  await user.keyboard('{Home}x')
  expect(chosen()).toEqual({ ids: ['c2', 'c3'] })
  expect(box(/^Select HIGH/)).toHaveAttribute('aria-checked', 'true')
  await user.keyboard('{Escape}')
  expect(chosen()).toEqual({ ids: [] })
})

it('lets whole groups go when the list stands in others', async () => {
  const { user } = open()
  await tree()
  await waitFor(() => expect(texts()).toHaveLength(5))
  await user.click(box(/^Select LOW/))
  await user.click(screen.getByRole('button', { name: 'Group: Tier' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'No grouping', hidden: true }))
  expect(await screen.findByRole('grid')).toBeVisible()
  expect(chosen()).toEqual({ ids: [] })
})

it('asks for the next page of a group when its end comes in sight', async () => {
  const { asked } = open({ rows: Array.from({ length: 5 }, (_, n) => row(n, 'high')), page: 2 })
  await tree()
  await waitFor(() => expect(texts().filter((text) => text.startsWith('Customer'))).toHaveLength(5))
  const pages = asked.filter((url) => conditionsIn(url).length > 0)
  expect(pages.map(({ searchParams }) => searchParams.get('cursor'))).toEqual([null, '2', '4'])
  expect(screen.queryByText('Loading')).toBeNull()
})

it('says that rows could not be had, and asks again when it is pressed', async () => {
  const { user } = open()
  await tree()
  await waitFor(() => expect(texts()).toHaveLength(5))
  const headers = { 'content-type': 'application/problem+json' }
  const problem = JSON.stringify({ code: 'permission.denied', title: 'Broken', status: 403, detail: 'Broken' })
  const refuse = () => new HttpResponse(problem, { status: 403, headers })
  server.use(http.get('http://rapport.test/api/v1/customers', refuse, { once: true }))
  await user.click(screen.getByText('LOW'))
  await user.click(await screen.findByText(/Broken/))
  await waitFor(() => expect(texts()).toContain('Customer 1'))
})

it('shows fifty groups, and more when asked', async () => {
  const groups = Array.from({ length: 60 }, (_, n) => ({ key: [`City ${n}`], labels: [null], values: [1, '0.00'] }))
  const { user } = open({ search: '?group=city', groups })
  const grid = await tree()
  await screen.findByText('City 0')
  // The head of the columns, the group that is open has nothing in it, and a line that brings the others.
  expect(grid).toHaveAttribute('aria-rowcount', '52')
  grid.focus()
  await user.keyboard('{End}{Enter}')
  expect(grid).toHaveAttribute('aria-rowcount', '61')
})

it('is grouped from the menu, which offers what can be grouped by alone, and ungrouped there', async () => {
  const { user, router } = open({ search: '' })
  expect(await screen.findByRole('grid')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Group' }))
  const offered = await screen.findAllByRole('menuitemradio', { hidden: true })
  expect(offered.map(({ textContent }) => textContent)).toEqual(['No grouping', 'Tier', 'City'])
  await user.click(offered[1]!)
  await tree()
  expect(router.state.location.search).toBe('?group=tier')
  await user.click(screen.getByRole('button', { name: 'Group: Tier' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'No grouping', hidden: true }))
  expect(await screen.findByRole('grid')).toBeVisible()
  expect(router.state.location.search).toBe('')
})

const { tier, ...untiered } = fields
const masked = { ...untiered, tier: field.choice({ label: tier.label, choices }) }

it.each([
  ['hidden', untiered],
  ['masked', masked],
])('is not grouped by what is %s from the reader, nor asks for it', async (_, readable) => {
  const { asked } = open({ readable })
  expect(await screen.findByRole('grid')).toBeVisible()
  expect(heads(asked)).toEqual([])
})

it('shows cards under the same heads on a phone', async () => {
  const { matchMedia } = window
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    Object.assign(matchMedia(query), { matches: query === PHONE }),
  )
  const { user } = open()
  const head = await screen.findByRole('button', { name: /HIGH.*2.*¥200.00/, expanded: true })
  expect(await screen.findByRole('link', { name: /Customer 2/ })).toBeVisible()
  await user.click(head)
  expect(screen.queryByRole('link', { name: /Customer 2/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /LOW/, expanded: false }))
  expect(await screen.findByRole('link', { name: /Customer 1/ })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Select' }))
  await user.click(screen.getByRole('checkbox', { name: /^Select HIGH \(2\)/ }))
  expect(chosen()).toEqual({ filter: { or: [high] } })
  expect(screen.getByRole('button', { name: /HIGH/, expanded: false })).toBeVisible()
})
