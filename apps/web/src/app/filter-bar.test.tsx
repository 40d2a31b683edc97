/** The chips as a person meets them: one group of conditions of which any will do, and what is too deep to draw. */
import { field, fieldsOf } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { Providers } from './providers.tsx'
import { useActionKeys } from '../lib/actions.ts'
import { useListState } from '../lib/list-state.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import { joinGroup } from '../ui/filter-bar/conditions.ts'
import { FilterBar } from '../ui/filter-bar/filter-bar.tsx'

const fields = fieldsOf({
  name: field.text({ label: { zh: '名称', en: 'Name' }, max: 60, filterable: true }),
  city: field.text({ label: { zh: '城市', en: 'City' }, max: 60, filterable: true }),
  due: field.date({ label: { zh: '到期', en: 'Due' }, filterable: true }),
})
const name: Filter = { field: 'name', op: 'contains', value: 'A' }
const city: Filter = { field: 'city', op: 'contains', value: 'B' }

/** A list that shows its filter as the address holds it. */
function List() {
  useActionKeys()
  const [{ filter }, change] = useListState()
  return (
    <>
      <FilterBar fields={fields} filter={filter} onFilter={(next) => change({ filter: next })} />
      <output aria-label="Kept">{JSON.stringify(filter ?? null)}</output>
    </>
  )
}

async function open(filter?: Filter) {
  const search = filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''
  const router = createMemoryRouter([{ path: '/', element: <List /> }], { initialEntries: [`/${search}`] })
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  await screen.findByRole('status', { name: 'Kept' })
  return userEvent.setup()
}

const kept = () => JSON.parse(screen.getByRole('status', { name: 'Kept' }).textContent ?? '') as Filter | null
const group = () => screen.getByRole('group', { name: 'Any of' })

describe('a group of conditions of which any will do', () => {
  it('stands as one chip of chips, loses one condition, and goes with the last one', async () => {
    const user = await open({ and: [name, { or: [city, name] }] })
    expect(group()).toHaveTextContent('Any ofCity contains BorName contains A')
    expect(screen.queryByRole('button', { name: 'Any of these' })).toBeNull()
    await user.click(within(group()).getByRole('button', { name: 'Remove Name' }))
    await waitFor(() => expect(kept()).toEqual({ and: [name, { or: [city] }] }))
    await user.click(screen.getByRole('button', { name: 'Remove City' }))
    await waitFor(() => expect(kept()).toEqual(name))
    expect(screen.getByRole('button', { name: 'Any of these' })).toBeVisible()
  })

  it('goes as a whole by its own cross', async () => {
    const user = await open({ and: [{ or: [city, name] }, name] })
    await user.click(screen.getByRole('button', { name: 'Remove Any of' }))
    await waitFor(() => expect(kept()).toEqual(name))
  })
})

describe('the form of the conditions', () => {
  const deep: Filter = { or: [{ and: [name, city] }, name] }
  const part = (label: string) => within(screen.getByRole('region', { name: label }))

  it('has a line for each, changes the list while one types, and leaves alone what it cannot show', async () => {
    const user = await open({ and: [name, { or: [city, name] }, deep] })
    await user.click(screen.getByRole('button', { name: 'Filter form' }))
    await screen.findByRole('dialog', { name: 'Conditions' })
    const value = part('All of').getByRole('textbox', { name: 'Value' })
    await user.clear(value)
    await waitFor(() => expect(kept()).toEqual({ and: [{ or: [city, name] }, deep] }))
    await user.type(value, 'C')
    await waitFor(() => expect(kept()).toEqual({ and: [{ ...name, value: 'C' }, { or: [city, name] }, deep] }))
    await user.click(part('Any of').getByRole('button', { name: 'Remove City' }))
    await waitFor(() => expect(kept()).toEqual({ and: [{ ...name, value: 'C' }, { or: [name] }, deep] }))
  })

  it('goes on in a line that was added, which asks nothing before it says something', async () => {
    const user = await open(name)
    await user.click(screen.getByRole('button', { name: 'Filter form' }))
    await screen.findByRole('dialog', { name: 'Conditions' })
    await user.click(part('Any of').getByRole('button', { name: 'Add a condition' }))
    await user.click(await screen.findByRole('option', { name: 'City' }))
    const line = within(await part('Any of').findByRole('group', { name: 'City' }))
    await waitFor(() => expect(line.getByRole('combobox', { name: 'Comparison' })).toHaveFocus())
    expect(kept()).toEqual(name)
    await user.type(line.getByRole('textbox', { name: 'Value' }), 'B')
    await waitFor(() => expect(kept()).toEqual({ and: [name, { or: [city] }] }))
    await user.click(screen.getByRole('button', { name: 'Clear all' }))
    await waitFor(() => expect(kept()).toBeNull())
  })
})

describe('joinGroup', () => {
  const deep: Filter = { or: [{ and: [name] }] }
  const moved = { field: 'name', op: 'startsWith', value: 'moved' } as const

  it.each<[string, Filter[], number, Filter[], number]>([
    ['begins a group where the condition stood', [city, moved, deep], 1, [city, { or: [moved] }, deep], 1],
    ['joins the group before it', [{ or: [city] }, deep, moved], 2, [{ or: [city, moved] }, deep], 0],
    ['joins the group after it', [moved, deep, { or: [city] }], 0, [deep, { or: [city, moved] }], 1],
    ['begins a group with one that is being made', [city], 1, [city, { or: [moved] }], 1],
    ['joins a group with one that is being made', [{ or: [city] }, deep], 2, [{ or: [city, moved] }, deep], 0],
  ])('%s', (_, parts, from, after, at) => {
    expect(joinGroup(parts, from, moved, fields)).toEqual({ parts: after, at })
  })
})

describe('what is deeper than chips can draw', () => {
  it('is said in words, and stays as it is while what stands beside it changes', async () => {
    const due: Filter = { field: 'due', op: 'before', value: '2026-10-01' }
    const deep: Filter = { or: [city, { and: [{ not: name }, due] }] }
    const user = await open({ and: [deep, name] })
    const words = 'City contains B or (not (Name contains A) and Due is before 1 Oct 2026)'
    expect(screen.getByRole('button', { name: words })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove Name' }))
    await waitFor(() => expect(kept()).toEqual(deep))
  })
})
