/** The sentence above the list of customers: what is missing, and the way to those it is missing of. */
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeAll, expect, it, vi } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import type { ListState } from '../../lib/list-state.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import type { ListQuery } from '../../ui/list-query.ts'
import { CustomerSummary } from './customer-summary.tsx'
import type { Customer } from './customers.queries.ts'

beforeAll(() => loadTexts('customers'))

const figures: Record<string, unknown> = { count: 41, 'count:nextActionAt': 18, 'count:lastActivityAt': 41 }

type Given = { filter?: Filter; readable?: Fields; exact?: boolean }

function open({ filter, readable = customerFields, exact = true }: Given = {}) {
  const asked: string[] = []
  server.use(
    http.get('http://rapport.test/api/v1/customers/aggregate', ({ request }) => {
      const measures = (new URL(request.url).searchParams.get('measures') ?? '').split(',')
      asked.push(measures.join())
      return HttpResponse.json({
        groups: [{ key: [], labels: [], values: measures.map((name) => figures[name] ?? null) }],
      })
    }),
  )
  const onChange = vi.fn<(change: Partial<ListState>) => void>()
  const pages = [{ items: [], nextCursor: null, total: { value: 41, exact } }]
  const query = { data: { pages, pageParams: [''] } } as unknown as ListQuery<Customer>
  const state = { filter, search: '', sort: [], group: null, columns: null }
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { permissions: [], fieldRules: {} } as unknown as Me)
  render(
    <Providers client={client}>
      <CustomerSummary {...{ query, state, readable, onChange }} />
    </Providers>,
  )
  return { asked, onChange, user: userEvent.setup() }
}

const phases: Filter = { field: 'lifecycle', op: 'eq', value: 'active' }
const unplanned: Filter = { field: 'nextActionAt', op: 'empty' }

it('says by one question for how many nothing is planned, is silent of what lacks nowhere, and shows them', async () => {
  const { asked, onChange, user } = open({ filter: phases })
  await user.click(await screen.findByRole('button', { name: '23 without a next step' }))
  expect(onChange).toHaveBeenCalledWith({ filter: { and: [phases, unplanned] } })
  expect(screen.queryByText(/never contacted/)).toBeNull()
  expect(asked).toEqual(['count,count:nextActionAt,count:lastActivityAt,sum:openAmount,avg:completeness'])
})

it('does not say again what the list is about', async () => {
  const { asked } = open({ filter: unplanned })
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByRole('button')).toBeNull()
})

it('asks for nothing that the reader may not know', async () => {
  const { nextActionAt: _, completeness: _none, ...readable } = customerFields
  const { asked } = open({ readable })
  await waitFor(() => expect(asked).toEqual(['count,count:lastActivityAt,sum:openAmount']))
})

it('asks for nothing of a list that is too long to be counted', async () => {
  const { asked } = open({ exact: false })
  expect(await screen.findByText('≈41')).toBeVisible()
  expect(asked).toEqual([])
})
