/** The figures above the lists of activities and contacts: each says how many rows its press shows. */
import { activityFields } from '@rapport/domain/features/activities/activities.fields.ts'
import { contactFields } from '@rapport/domain/features/contacts/contacts.fields.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, it, vi } from 'vitest'
import { ActivitySummary } from '../features/activities/activity-summary.tsx'
import { ContactSummary } from '../features/contacts/contact-summary.tsx'
import { loadTexts } from '../lib/i18n.ts'
import type { ListState } from '../lib/list-state.ts'
import { makeQueryClient } from '../lib/query-client.ts'
import type { ListQuery } from '../ui/list-query.ts'
import { server } from '../test/server.ts'
import { Providers } from './providers.tsx'
import { sessionQuery, type Me } from './session.ts'

beforeAll(() => Promise.all([loadTexts('activities'), loadTexts('contacts')]))

type Given = { filter?: Filter; fields?: Fields; exact?: boolean; counts?: number[]; permissions?: string[] }

function open(
  noun: 'activities' | 'contacts',
  { filter, fields, exact = true, counts = [3, 5], permissions = [] }: Given = {},
) {
  const asked: Filter[] = []
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { permissions, fieldRules: {} } as unknown as Me)
  server.use(
    http.get(`http://rapport.test/api/v1/${noun}`, ({ request }) => {
      const wanted = JSON.parse(new URL(request.url).searchParams.get('filter') ?? 'null') as Filter
      const total = { value: counts[asked.length] ?? 0, exact: true }
      asked.push(wanted)
      return HttpResponse.json({ items: [], nextCursor: null, total })
    }),
  )
  const onChange = vi.fn<(change: Partial<ListState>) => void>()
  const state = { filter, search: '', sort: [], group: null, columns: null }
  const query = { data: { pages: [{ items: [], nextCursor: null, total: { value: 41, exact } }] } }
  const given = { state, onChange, query: query as unknown as ListQuery<never> }
  render(
    <MemoryRouter>
      <Providers client={client}>
        {noun === 'activities' ? (
          <ActivitySummary {...given} fields={fields ?? activityFields} />
        ) : (
          <ContactSummary {...given} fields={fields ?? contactFields} />
        )}
      </Providers>
    </MemoryRouter>,
  )
  return { asked, onChange, user: userEvent.setup() }
}

const mine: Filter = { field: 'ownerId', op: 'in', value: [{ me: true }] }
const todo: Filter = { field: 'status', op: 'in', value: ['planned', 'inProgress', 'missed'] }
const late: Filter = { field: 'plannedStart', op: 'before', value: { period: 'day', offset: 0 } }
const today: Filter = { field: 'plannedStart', op: 'within', value: { period: 'day', offset: 0 } }

it('says what is late and what is due today, and shows just the rows it counted', async () => {
  const { asked, onChange, user } = open('activities', { filter: { and: [mine, todo] } })
  await user.click(await screen.findByRole('button', { name: '3 overdue' }))
  expect(screen.getByRole('button', { name: '5 due today' })).toBeVisible()
  // What the list asks already is not asked twice.
  expect(asked).toEqual([{ and: [mine, todo, late] }, { and: [mine, todo, today] }])
  expect(onChange).toHaveBeenCalledWith({ filter: asked[0] })
})

it('says of contacts whom nobody was in touch with, and who cannot be reached', async () => {
  const { asked, onChange, user } = open('contacts', { counts: [0, 2] })
  await user.click(await screen.findByRole('button', { name: '2 without phone or email' }))
  expect(screen.queryByText(/never contacted/)).toBeNull()
  expect(asked[0]).toEqual({ field: 'lastActivityAt', op: 'empty' })
  expect(onChange).toHaveBeenCalledWith({ filter: asked[1] })
})

it('says how many lie in the recycle bin, with the way to just those', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.get('http://rapport.test/api/v1/trash', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('filter'))
      return HttpResponse.json({ items: [], nextCursor: null, total: { value: 7, exact: true } })
    }),
  )
  open('contacts', { permissions: ['contacts.delete'] })
  const link = await screen.findByRole('link', { name: '7 deleted' })
  const kind = JSON.stringify({ field: 'entity', op: 'in', value: ['contacts'] })
  expect(link).toHaveAttribute('href', `/trash?filter=${encodeURIComponent(kind)}`)
  expect(asked).toEqual([kind])
})

it.each<[string, Given]>([
  ['is about already', { filter: late }],
  ['rests on what the reader may not know', { fields: { ...activityFields, plannedStart: undefined as never } }],
  ['would be counted in a list too long for it', { exact: false }],
])('asks for nothing that %s', async (_, given) => {
  const { asked } = open('activities', given)
  expect(await screen.findByText(given.exact === false ? '≈41' : '41')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  expect(asked).toEqual([])
})
