import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { factToEdit } from '../../ui/fact-to-edit.ts'
import type { Customer } from './customers.queries.ts'
import { CustomerProfile } from './profile.tsx'

beforeAll(() => loadTexts('customers'))
beforeEach(() => factToEdit.set(null))

const known = { kind: 'person', phones: [], emails: [], wechat: 'lan', city: 'Changzhou', completeness: 50 }

function show(given: object) {
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { permissions: [], fieldRules: {} } as unknown as Me)
  const customer = { ...known, can: { edit: true }, ...given } as unknown as Customer
  render(
    <Providers client={client}>
      <CustomerProfile customer={customer} />
    </Providers>,
  )
}

describe('the profile of a customer', () => {
  it('names what is missing and asks for it where it stands', async () => {
    show({})
    await userEvent.click(screen.getByRole('button', { name: 'E-mails' }))
    expect(factToEdit.get()).toBe('emails')
  })

  it('explains how it is counted, of what the reader may see alone', async () => {
    show({})
    await userEvent.click(screen.getByRole('button', { name: '50% complete' }))
    expect(await screen.findByText('2 of the 4 facts we want to know are filled in: 50%.')).toBeInTheDocument()
    expect(screen.queryByText('Birth date')).toBeNull()
  })

  it('only says what is missing to who may not fill it in', () => {
    show({ can: { edit: false } })
    expect(screen.queryByRole('button', { name: 'E-mails' })).toBeNull()
    expect(screen.getByText(/E-mails/)).toBeInTheDocument()
  })
})
