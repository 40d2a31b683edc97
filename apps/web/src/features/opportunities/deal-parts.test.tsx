/** The lists of a deal as a person edits them; the API is answered by hand, shaped by the contract. */
import { useQuery, type QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { aDeal, answerDeal, at, refusal, uuid } from './a-deal.ts'
import { DealParts } from './deal-parts.tsx'
import { opportunityQuery, type Opportunity } from './opportunities.queries.ts'

const permissions = ['products.read', 'contacts.read', 'competitors.read', 'competitors.create']
const me = { permissions, fieldRules: {} } as unknown as Me
beforeAll(() => loadTexts('opportunities'))

function Parts() {
  const { data } = useQuery(opportunityQuery(uuid(1)))
  return data ? <DealParts deal={data} /> : null
}

let client: QueryClient
let unmount: () => void
function open(): UserEvent {
  client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me)
  const router = createMemoryRouter([{ path: '/', Component: Parts }])
  const shown = render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  unmount = shown.unmount
  return userEvent.setup()
}

const panel = () => screen.findByRole('dialog', undefined, { timeout: 8000 })
const openPart = async (user: UserEvent, name: string) => {
  await user.click(await screen.findByRole('button', { name: `Edit ${name}` }))
  return panel()
}
/** Chooses in the last input of that name. */
const choose = async (user: UserEvent, label: string, option: string | RegExp) => {
  const box = screen.getAllByRole('combobox', { name: label }).at(-1) as HTMLElement
  const listOf = () => document.getElementById(box.getAttribute('aria-controls') ?? '')
  // A line that was just added opens its list by itself, as soon as there is something in it.
  await waitFor(async () => {
    if (box.getAttribute('aria-expanded') !== 'true') await user.click(box)
    expect(listOf()).not.toBeNull()
  })
  await user.click(await within(listOf() as HTMLElement).findByRole('option', { name: option, hidden: true }))
}
const save = async (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Save' }))
const line = (n: number) => within(screen.getByRole('listitem', { name: `Line ${n}` }))

describe('product lines', () => {
  it('brings the list price, adds up exactly, and sends the whole list based on its version', async () => {
    const { sent } = answerDeal(aDeal())
    const user = open()
    await openPart(user, 'Products')
    await user.click(screen.getByRole('button', { name: 'Add a product' }))
    await choose(user, 'Product', 'Filter')
    const price = line(2).getByRole('textbox', { name: 'Unit price' })
    await waitFor(() => expect(price).toHaveValue('33.3333'))
    const quantity = line(2).getByRole('textbox', { name: 'Quantity' })
    await user.clear(quantity)
    await user.type(quantity, '3')
    const discount = line(2).getByRole('textbox', { name: 'Discount' })
    await user.clear(discount)
    await user.type(discount, '10')
    expect(line(2).getByLabelText('Net')).toHaveTextContent('90')
    expect(screen.getByLabelText('Total')).toHaveTextContent('¥290')
    await save(user)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const pump = { productId: uuid(6), description: null, quantity: '2', unitPrice: '100', discount: '0' }
    const filter = { productId: uuid(8), description: null, quantity: '3', unitPrice: '33.3333', discount: '0.1' }
    expect(sent).toEqual([{ body: { lines: [pump, filter] }, version: '"3"' }])
  })

  it('is moved by Alt and an arrow, goes on with Enter, and an empty last line is none', async () => {
    const { sent } = answerDeal(aDeal())
    const user = open()
    await openPart(user, 'Products')
    await user.click(line(1).getByRole('textbox', { name: 'Quantity' }))
    await user.keyboard('{Enter}')
    await choose(user, 'Product', 'Filter')
    await user.click(line(2).getByRole('textbox', { name: 'Quantity' }))
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(line(1).getByRole('textbox', { name: 'Quantity' })).toHaveFocus())
    await user.keyboard('{Enter}')
    expect(screen.getAllByRole('listitem', { name: /Line/ })).toHaveLength(3)
    await user.click(line(2).getByRole('button', { name: 'Move down' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({ lines: [{ productId: uuid(8) }, { productId: uuid(6) }] })
  })

  it('refuses what is no number before it is sent, and keeps it', async () => {
    const { sent } = answerDeal(aDeal())
    const user = open()
    await openPart(user, 'Products')
    const price = line(1).getByRole('textbox', { name: 'Unit price' })
    await user.clear(price)
    await user.type(price, 'ten')
    await save(user)
    expect(await line(1).findByText('Not a number')).toBeVisible()
    expect(price).toHaveValue('ten')
    expect(sent).toEqual([])
  })

  it('shows a refusal at its line, keeps what was typed, also over a reload', async () => {
    answerDeal(aDeal())
    const fault = { path: 'lines.0.productId', code: 'product.inactive', message: 'No longer sold' }
    server.use(http.patch(at('/opportunities/:id'), () => refusal(422, 'product.inactive', 'Not sold', [fault])))
    const user = open()
    await openPart(user, 'Products')
    const words = line(1).getByRole('textbox', { name: 'Description' })
    await user.type(words, 'spare')
    await save(user)
    expect(await line(1).findByText('No longer sold')).toBeVisible()
    expect(words).toHaveValue('spare')
    unmount()
    const again = open()
    await openPart(again, 'Products')
    expect(line(1).getByRole('textbox', { name: 'Description' })).toHaveValue('spare')
  })

  it('sends nothing over a list that somebody else has changed, before one has chosen', async () => {
    const { sent, state } = answerDeal(aDeal())
    const user = open()
    await openPart(user, 'Products')
    await user.type(line(1).getByRole('textbox', { name: 'Description' }), 'mine')
    const theirs = { ...state.deal.lines?.[0], quantity: '5' } as NonNullable<Opportunity['lines']>[number]
    state.deal = { ...state.deal, version: 4, lines: [theirs] }
    await client.invalidateQueries({ queryKey: ['opportunities'] })
    expect(
      await screen.findByText('Somebody else has saved this meanwhile. What you typed is still here.'),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(sent).toMatchObject([{ version: '"4"', body: { lines: [{ quantity: '2' }] } }]))
  })
})

describe('people', () => {
  it('are added with their part in the decision and how they stand to us', async () => {
    const { sent } = answerDeal(aDeal())
    const user = open()
    await openPart(user, 'People')
    await user.click(screen.getByRole('button', { name: 'Add a person' }))
    await choose(user, 'Contact', 'Su Cheng')
    await choose(user, 'Part in the decision', 'Gatekeeper')
    await choose(user, 'Attitude', 'Against us')
    await save(user)
    const person = { contactId: uuid(9), buyingRole: 'gatekeeper', attitude: -2 }
    await waitFor(() => expect(sent[0]?.body).toEqual({ contacts: [person] }))
  })

  it('reads roles as labels', async () => {
    const contact = { id: uuid(9), label: 'Su Cheng' }
    answerDeal(aDeal({ contacts: [{ contactId: uuid(9), contact, buyingRole: 'decider', attitude: 2 }] }))
    open()
    expect(await screen.findByText('Decider · Champion')).toBeVisible()
  })
})

describe('competitors', () => {
  it('are added while typing, where nobody knows them yet', async () => {
    const { sent } = answerDeal(aDeal())
    server.use(http.post(at('/competitors'), () => HttpResponse.json({ id: uuid(20), name: 'Lanyu' }, { status: 201 })))
    const user = open()
    await openPart(user, 'Competitors')
    await user.click(screen.getByRole('button', { name: 'Add a competitor' }))
    await user.type(screen.getByRole('combobox', { name: 'Competitor' }), 'Lanyu')
    await choose(user, 'Competitor', /Lanyu/)
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Competitor' })).toHaveValue('Lanyu'))
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'cheaper')
    await save(user)
    await waitFor(() => expect(sent[0]?.body).toEqual({ competitors: [{ competitorId: uuid(20), note: 'cheaper' }] }))
  })
})

it('offers no list to who may not read its noun', async () => {
  answerDeal(aDeal())
  open()
  client.setQueryData(sessionQuery.queryKey, { ...me, permissions: ['products.read'] })
  expect(await screen.findByRole('button', { name: 'Edit Products' })).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Edit People' })).toBeNull())
})
