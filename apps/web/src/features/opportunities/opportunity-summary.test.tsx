/** The sentence beside the title, for who may read what deals are worth and for who may not. */
import { render, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { sessionQuery, type Me } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { at } from './a-deal.ts'
import { OpportunitySummary } from './opportunity-summary.tsx'

beforeAll(() => loadTexts('opportunities'))

const sums: Record<string, unknown> = { count: 3, 'sum:baseAmount': '1280000.00', 'sum:weightedBase': '640000.00' }

/** As the server answers: a measure of what the reader may not read is refused. */
const open = (fieldRules: Record<string, string>, refused: string[]) => {
  server.use(
    http.get(at('/opportunities/aggregate'), ({ request }) => {
      const measures = (new URL(request.url).searchParams.get('measures') ?? '').split(',')
      if (measures.some((measure) => refused.includes(measure))) return new HttpResponse(null, { status: 400 })
      return HttpResponse.json({ groups: [{ key: [], values: measures.map((measure) => sums[measure]) }] })
    }),
  )
  const client = makeQueryClient()
  client.setQueryData(sessionQuery.queryKey, { permissions: [], fieldRules } as unknown as Me)
  const state = { filter: undefined, search: '', sort: [], group: null, columns: null }
  render(
    <Providers client={client}>
      <OpportunitySummary layout="table" pipelineId={undefined} state={state} />
    </Providers>,
  )
}

it('tells count, worth and weighted worth', async () => {
  open({}, [])
  expect(await screen.findByText('3 deals · ¥1.28M · weighted ¥640K')).toBeVisible()
})

it('tells the count alone where amounts are hidden', async () => {
  open({ 'opportunities.amount': 'hidden' }, ['sum:baseAmount', 'sum:weightedBase'])
  expect(await screen.findByText('3 deals')).toBeVisible()
})

it('tells no weighted worth where probabilities are hidden', async () => {
  open({ 'opportunities.probability': 'hidden' }, ['sum:weightedBase'])
  expect(await screen.findByText('3 deals · ¥1.28M')).toBeVisible()
})
