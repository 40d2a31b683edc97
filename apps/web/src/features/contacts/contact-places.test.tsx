/** The places of a person, and who reports to whom at a customer; the API is answered by hand, shaped by the contract. */
import { customerPerson, type ContactLink } from '@rapport/domain/features/contacts/contacts.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { ContactPlaces } from './contact-places.tsx'
import type { Contact, CustomerPerson } from './contacts.queries.ts'
import { CustomerContacts } from './customer-contacts.tsx'

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const old: ContactLink = {
  id: uuid(1),
  customerId: uuid(2),
  customer: { id: uuid(2), label: 'Old Ltd' },
  title: 'Buyer',
  departmentName: null,
  roleId: null,
  role: null,
  primary: true,
  active: true,
  from: '2020-01-01',
  to: null,
}
const contact = { id: uuid(9), version: 3, name: 'Anna', customers: [old], can: { edit: true, delete: true } }
const person = (n: number, name: string, given: Partial<CustomerPerson> = {}): CustomerPerson => ({
  id: uuid(100 + n),
  contactId: uuid(n),
  contact: { id: uuid(n), label: name },
  reportsToId: null,
  title: null,
  departmentName: null,
  role: null,
  primary: false,
  active: true,
  from: null,
  to: null,
  ...given,
})

beforeAll(() => loadTexts('contacts'))

function show(element: React.ReactNode) {
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, {
    user: { id: uuid(99) },
    permissions: [],
    fieldRules: {},
  } as unknown as Me)
  const router = createMemoryRouter([{ path: '/', element }])
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return userEvent.setup()
}

it('notes a job change: the place that was left ends on the day the next begins', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/v1/customers', () =>
      HttpResponse.json({ items: [{ id: uuid(3), name: 'New Ltd' }], nextCursor: null }),
    ),
    http.get('*/api/v1/customers/:id', () => HttpResponse.json({ id: uuid(3), name: 'New Ltd' })),
    http.get('*/api/v1/dictionary-items', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/contacts/:id', () => HttpResponse.json(contact)),
    http.patch('*/api/v1/contacts/:id', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ ...contact, version: 4 })
    }),
  )
  const user = show(<ContactPlaces contact={contact as unknown as Contact} />)
  await user.click(await screen.findByRole('button', { name: 'Moved from Old Ltd to…' }))
  await user.click(await screen.findByRole('combobox', { name: /Customer/ }))
  await user.click(await screen.findByRole('option', { name: 'New Ltd', hidden: true }))
  await user.type(screen.getByRole('textbox', { name: 'Position' }), 'Head')
  await user.click(screen.getByRole('button', { name: /^Save/ }))
  await waitFor(() => expect(sent).toHaveLength(1))
  const { customers } = sent[0] as { customers: { from?: string; to?: string }[] }
  expect(customers).toMatchObject([
    { id: old.id, customerId: old.customerId, active: false },
    { customerId: uuid(3), title: 'Head' },
  ])
  expect(customers[0]?.to).toBe(customers[1]?.from)
})

it('walks who reports to whom by keyboard, and keeps who left apart', async () => {
  const people = [
    person(10, 'Boss', { title: 'CEO' }),
    person(11, 'Clerk', { reportsToId: uuid(10) }),
    person(12, 'Gone', { active: false, to: '2024-05-01' }),
  ]
  expect(customerPerson.safeParse(people[0]).error).toBeUndefined()
  server.use(
    http.get('*/api/v1/contacts', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/customers/:id/people', () => HttpResponse.json({ items: people, more: false })),
  )
  const user = show(<CustomerContacts customerId={uuid(2)} />)
  await user.click(await screen.findByRole('button', { name: 'Show who reports to whom' }))
  const boss = await screen.findByRole('treeitem', { name: 'Boss, CEO' })
  boss.focus()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('treeitem', { name: 'Clerk' })).toHaveFocus()
  expect(screen.getByRole('treeitem', { name: 'Clerk' })).toHaveAttribute('aria-level', '2')
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(boss).toHaveAttribute('aria-expanded', 'false')
  expect(screen.queryByRole('treeitem', { name: 'Clerk' })).toBeNull()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('treeitem', { name: 'Clerk' })).toBeInTheDocument()
  expect(screen.getByText('1 former')).toBeVisible()
  expect(screen.queryByRole('treeitem', { name: 'Gone' })).toBeNull()
})
