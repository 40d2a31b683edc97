/** The rows of a list on a phone: opened with a tap, or selected with one. */
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, expect, it, vi } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import type { ListState } from '../../lib/list-state.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { PHONE } from '../../lib/use-is-phone.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { ListTools } from '../../ui/list-tools.tsx'
import type { GridColumn } from '../../ui/record-grid/columns.ts'
import { RecordGrid } from '../../ui/record-grid/record-grid.tsx'
import { useSelection } from '../../ui/record-grid/use-selection.ts'

type Row = { id: string; name: string }
const rows: Row[] = ['Lan', 'Lu', 'Mei'].map((name, at) => ({ id: String(at), name }))
const columns: GridColumn<Row>[] = [{ id: 'name', label: 'Name', width: 100, cell: ({ name }) => name }]
const state: ListState = { filter: undefined, sort: [], search: '', group: null, columns: null }

function List() {
  const selection = useSelection()
  return (
    <>
      <ListTools columns={columns} state={state} onChange={() => undefined} selection={selection} />
      <RecordGrid
        label="Customers"
        rows={rows}
        columns={columns}
        sort={[]}
        onSort={() => undefined}
        nameOf={({ name }) => name}
        hrefOf={({ id }) => `/customers/${id}`}
        selection={selection}
      />
      <ActionBar selection={selection} total={{ value: 41, exact: true }}>
        <button type="button">Transfer {selection.everything ? 'all' : selection.list.join()}</button>
      </ActionBar>
    </>
  )
}

const { matchMedia } = window
beforeEach(() => {
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    Object.assign(matchMedia(query), { matches: query === PHONE }),
  )
  const routes = [{ path: '/', Component: List }]
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={createMemoryRouter(routes)} />
    </Providers>,
  )
})

it('opens records until selecting is asked for, then selects them with a tap', async () => {
  const user = userEvent.setup()
  expect(await screen.findByRole('link', { name: 'Lan' })).toHaveAttribute('href', '/customers/0')
  await user.click(screen.getByRole('button', { name: 'Select' }))
  expect(screen.queryByRole('link', { name: 'Lan' })).toBeNull()
  expect(screen.queryByRole('button', { name: /Transfer/ })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Select Lu' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select Mei' }))
  expect(screen.getByRole('checkbox', { name: 'Select Mei' })).toBeChecked()
  await user.click(screen.getByRole('checkbox', { name: 'Select Mei' }))
  expect(screen.getByRole('button', { name: 'Transfer 1' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(screen.getByRole('link', { name: 'Lan' })).toBeVisible()
  expect(screen.queryByRole('toolbar')).toBeNull()
})

it('takes all that the filter holds without one having been touched', async () => {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Select' }))
  await user.click(screen.getByRole('button', { name: 'Select all 41' }))
  expect(screen.getByRole('button', { name: 'Transfer all' })).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: 'Select Lu' }))
  expect(screen.getByRole('button', { name: 'Transfer 0,2' })).toBeVisible()
})
