/** The headline figures of a customer, for who may read them all and for who may not. */
import { render, screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { CustomerFigures } from './customer-figures.tsx'
import type { Customer } from './customers.queries.ts'

beforeAll(() => loadTexts('customers'))

const open = (customer: object) =>
  render(
    <Providers client={makeQueryClient()}>
      <CustomerFigures customer={customer as Customer} />
    </Providers>,
  )

it('says that nobody was in touch and nothing is planned', () => {
  open({ lastActivityAt: null, nextActionAt: null })
  expect(screen.getByText('Never')).toBeVisible()
  expect(screen.getByText('No next step')).toBeVisible()
})

it('claims neither where the role hides both', () => {
  open({})
  expect(screen.getByText('–')).toBeVisible()
  expect(screen.queryByText('Never')).toBeNull()
  expect(screen.queryByText('No next step')).toBeNull()
})
