/** The history of a record as it is read; the API is answered by hand, shaped by the contract. */
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts, switchLanguage } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import type { Event } from './events.queries.ts'
import { HistoryButton } from './history-button.tsx'

const me = { permissions: [], fieldRules: {} } as unknown as Me
const id = '01900000-0000-7000-8000-000000000001'
beforeAll(() => loadTexts('events'))

const anEvent = (given: Partial<Event>): Event =>
  ({
    id: crypto.randomUUID(),
    at: '2026-03-09T08:00:00.000Z',
    type: 'contact.updated',
    action: 'update',
    entity: 'contacts',
    recordId: id,
    recordVersion: 2,
    customerId: null,
    actorId: null,
    actor: null,
    title: 'Zhou',
    reason: null,
    text: { zh: '林修改了联系人 周', en: 'Lin changed the contact Zhou' },
    can: {},
    ...given,
  }) as Event

const changes: Event['changes'] = [
  { field: 'wechat', old: null, new: 'yua****at_1' },
  { field: 'phones', old: [], new: [{ type: 'mobile', number: '138****1234', e164: null, valid: true }] },
  { field: 'reportsToId', old: null, new: id, labels: { old: null, new: null } },
  { field: 'occupationId', old: null, new: id, labels: { old: null, new: { zh: '采购', en: 'Buyer' } } },
  { field: 'customers', old: [], new: [{ customer: { id, label: 'Blue Tea' }, title: 'Head' }] },
  { field: 'updatedAt', old: null, new: '2026-03-09T08:00:00.000Z' },
]

const asked: string[] = []
function open(items: Event[]) {
  server.use(
    http.get('*/api/v1/events', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('filter') ?? '')
      return HttpResponse.json({ items, nextCursor: null, total: { value: items.length, exact: true } })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, me)
  const Page = () => <HistoryButton subject={{ noun: 'contacts', id }} />
  const router = createMemoryRouter([{ path: '/', Component: Page }])
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { user: userEvent.setup(), router }
}
const show = async (items: Event[], name = 'Change history') => {
  const { user, router } = open(items)
  await user.click(screen.getByRole('button', { name }))
  const panel = await screen.findByRole('dialog', undefined, { timeout: 8000 })
  await within(panel).findByRole('group', { name }, { timeout: 8000 })
  const lines = within(panel)
    .getAllByRole('listitem')
    .flatMap((entry) => [...entry.querySelectorAll('div > div > div')].map(({ textContent }) => textContent))
  return { user, router, panel, lines }
}
afterEach(() => act(() => switchLanguage('en')))

describe('the history of a record', () => {
  it('says each value before and after: fields and references by name, the unseen as …, the masked masked', async () => {
    const { panel, lines } = await show([anEvent({ changes, reason: 'She asked for it' })])
    expect(lines).toEqual([
      'WeChat none → yua****at_1',
      'Phones none → 138****1234',
      'Reports to none → …',
      'Occupation none → Buyer',
      'Customers none → Blue Tea · Head',
    ])
    expect(within(panel).getByText('Lin changed the contact Zhou')).toBeVisible()
    expect(within(panel).getByText(/She asked for it/)).toBeVisible()
    expect(JSON.parse(asked.at(-1)!)).toEqual({
      and: [
        { field: 'entity', op: 'eq', value: 'contacts' },
        { field: 'recordId', op: 'eq', value: id },
      ],
    })
  })

  it('says in Chinese what a command wrote, which a timeline leaves to its sentence', async () => {
    await switchLanguage('zh')
    const labels = { old: '沈', new: '林' }
    const transfer = { type: 'customer.transferred', action: 'command', entity: 'customers' } as const
    const { lines } = await show(
      [anEvent({ ...transfer, changes: [{ field: 'ownerId', old: id, new: id, labels }] })],
      '修改历史',
    )
    expect(lines).toEqual(['负责人 沈 → 林'])
  })

  it('stands in the address, so that Back closes it', async () => {
    const { router } = await show([anEvent({})])
    expect(router.state.location.search).toBe(`?history=${id}`)
    await router.navigate(-1)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
