/** The export of a list as a person asks for it; the API is answered by hand. */
import { Menu } from '@mantine/core'
import type { JobEntity } from '@rapport/domain/features/jobs/job-choices.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { useActionList } from '../../lib/actions.ts'
import { loadTexts } from '../../lib/i18n.ts'
import type { ListState } from '../../lib/list-state.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { CardItem, useCardAction } from './card-item.tsx'
import { ExportTool } from './export-tool.tsx'

beforeAll(() => loadTexts('jobs'))

const filter = { field: 'city', op: 'eq', value: 'Ningbo' } as const
const state: ListState = {
  filter,
  sort: [{ field: 'name', descending: true }],
  group: null,
  search: ' pump ',
  columns: ['position', 'phones'],
}
const column = (id: string): GridColumn<{ id: string }> => ({ id, label: id, width: 100, cell: () => id })
const columns = ['name', 'ownerId', 'phones', 'position'].map(column)

function Page({ entity }: { entity: JobEntity }) {
  const labels = useActionList().map(({ label }) => label)
  return (
    <>
      <ExportTool entity={entity} state={state} columns={columns} />
      <ul>{labels.join()}</ul>
    </>
  )
}

type Opened = { value?: number; entity?: JobEntity }

function open(permissions: string[], { value = 1234, entity = 'contacts' }: Opened = {}) {
  const sent: { counted: URLSearchParams[]; body: unknown[] } = { counted: [], body: [] }
  server.use(
    http.get('*/api/v1/contacts', ({ request }) => {
      sent.counted.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items: [], nextCursor: null, total: { value, exact: true } })
    }),
    http.post('*/api/v1/exports', async ({ request }) => {
      sent.body.push(await request.json())
      return HttpResponse.json({ id: crypto.randomUUID() }, { status: 202 })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { permissions, fieldRules: {} } as unknown as Me)
  render(
    <Providers client={client}>
      <RouterProvider router={createMemoryRouter([{ path: '/', element: <Page entity={entity} /> }])} />
    </Providers>,
  )
  return sent
}

it('tells how many before it begins, and sends what the list shows with its columns in their order', async () => {
  const sent = open(['contacts.export'])
  expect(screen.getByRole('list').textContent).toBe('Export') // the palette offers it too
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  expect(await screen.findByText('1,234 records that match the conditions will be exported')).toBeTruthy()
  expect(Object.fromEntries(sent.counted[0]!)).toMatchObject({
    filter: JSON.stringify(filter),
    search: 'pump',
    total: 'exact',
  })
  const begin = () => userEvent.click(screen.getByRole('button', { name: 'Start the export' }))
  await begin()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const shown = { entity: 'contacts', filter, search: 'pump', sort: ['-name'] }
  // What is no field of the record has no column of its own in a file.
  expect(sent.body).toEqual([{ ...shown, format: 'csv', fields: ['name', 'phones'] }])
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  await userEvent.click(await screen.findByRole('radio', { name: 'Excel (XLSX)' }))
  await userEvent.click(screen.getByRole('radio', { name: 'All columns' }))
  await begin()
  await waitFor(() => expect(sent.body[1]).toEqual({ ...shown, format: 'xlsx' }))
})

it('begins nothing where no record matches, and says so', async () => {
  open(['contacts.export'], { value: 0 })
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  expect(await screen.findByText(/nothing to export/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Start the export' })).toBeDisabled()
})

it('is not there for who may not export', () => {
  open(['contacts.read'])
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull()
  expect(screen.getByRole('list').textContent).toBe('')
})

it('asks for cards of contacts without choosing columns', async () => {
  const sent = open(['contacts.export'])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('radio', { name: 'vCard' }))
  expect(screen.queryByRole('radio', { name: 'Excel (XLSX)' })).toBeInTheDocument()
  expect(screen.getByText(/Address cards for phones/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Start the export' }))
  await waitFor(() => expect(sent.body).toMatchObject([{ entity: 'contacts', format: 'vcf' }]))
  expect(sent.body[0]).not.toHaveProperty('fields')
})

it('says of customers how many are no persons and so have no card', async () => {
  server.use(
    http.get('*/api/v1/customers', ({ request }) => {
      const isNarrowed = new URL(request.url).searchParams.get('filter')?.includes('"person"')
      return HttpResponse.json({ items: [], nextCursor: null, total: { value: isNarrowed ? 3 : 20, exact: true } })
    }),
  )
  open(['customers.export'], { entity: 'customers' })
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Export' }))
  expect(screen.queryByText(/no card/)).toBeNull()
  await user.click(await screen.findByRole('radio', { name: 'vCard' }))
  expect(await screen.findByText('17 companies have no card and are left out')).toBeVisible()
})

function Person() {
  useCardAction('contacts', 'c1')
  const labels = useActionList().map(({ label }) => label)
  return (
    <Menu opened>
      <Menu.Dropdown>
        <CardItem entity="contacts" id="c1" />
      </Menu.Dropdown>
      <ul>{labels.join()}</ul>
    </Menu>
  )
}

it('offers the card of one person in its menu and in the palette', async () => {
  render(
    <Providers client={makeQueryClient()}>
      <Person />
    </Providers>,
  )
  const item = await screen.findByRole('menuitem', { name: 'Save as vCard' })
  expect(item.getAttribute('href')).toBe('/api/v1/contacts/c1/vcard')
  expect(item).toHaveAttribute('download')
  expect(screen.getByText('Save as vCard', { selector: 'ul' })).toBeTruthy()
})
