import { fireEvent, render, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeAll, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { failing, server } from '../../test/server.ts'
import { CustomerOwners } from './customer-owners.tsx'
import type { OwnershipPeriod } from './customers.queries.ts'

beforeAll(() => loadTexts('customers'))

const shen = { id: '01900000-0000-7000-8000-000000000001', label: 'Shen' }
const lin = { id: '01900000-0000-7000-8000-000000000002', label: 'Lin' }
const aPeriod = (given: Partial<OwnershipPeriod>): OwnershipPeriod => ({
  id: crypto.randomUUID(),
  ownerId: shen.id,
  owner: shen,
  from: '2026-01-05T08:00:00.000Z',
  to: null,
  reason: 'assigned',
  byId: shen.id,
  by: shen,
  can: {},
  ...given,
})

function show(items: OwnershipPeriod[]) {
  server.use(http.get('*/api/v1/customers/:id/ownership-periods', () => HttpResponse.json({ items, nextCursor: null })))
  render(
    <Providers client={makeQueryClient()}>
      <CustomerOwners id={shen.id} />
      <p>Below</p>
    </Providers>,
  )
}

describe('the owners of a customer', () => {
  it('says who had it from when, how, and who gave it away', async () => {
    const transferred = {
      ownerId: lin.id,
      owner: lin,
      from: '2026-03-09T08:00:00.000Z',
      reason: 'transferred',
    } as const
    show([aPeriod(transferred), aPeriod({ to: transferred.from }), aPeriod({ ownerId: null, owner: null, by: null })])
    const history = await screen.findByRole('region', { name: 'Ownership history' })
    const entries = within(history)
      .getAllByRole('paragraph')
      .map(({ textContent }) => textContent?.trim())
    expect(entries).toEqual(['Lin · Transferred', 'Shen · Assigned', 'No owner · Assigned'])
    expect(within(history).getAllByText('by Shen')).toHaveLength(1)
  })

  it('says that they could not be had, and asks again', async () => {
    show([aPeriod({})])
    server.use(failing('*/api/v1/customers/:id/ownership-periods'))
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Shen', { exact: false, selector: 'b' })).toBeVisible()
  })

  it('is not there for who may not know them', async () => {
    show([])
    expect(await screen.findByText('Below')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Ownership history' })).toBeNull()
  })
})
