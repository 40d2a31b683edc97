/** The funnel says which step is weak and why, or why it points at none; the API is answered by hand, shaped by the contract. */
import { funnelReport } from '@rapport/domain/features/reports/reports.ts'
import { render, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { FunnelChart } from './funnel-chart.tsx'
import type { FunnelReport } from './reports.queries.ts'

beforeAll(() => loadTexts('reports'))

const share = (k: number, n: number) => ({ k, n, value: n ? k / n : null, low: n ? 0.1 : null, high: n ? 0.9 : null })
const stage = (at: number, name: string, phase: string, more: Partial<FunnelReport['stages'][number]> = {}) => ({
  stageId: `s${at}`,
  label: { zh: name, en: name },
  order: at,
  color: 'stage-4',
  phase,
  entered: 100,
  enteredValue: '1000.00',
  forward: 31,
  back: 0,
  lost: 69,
  open: 0,
  conversion: share(31, 100),
  conversionBefore: share(48, 100),
  medianDays: 12,
  ...more,
})
const report: FunnelReport = {
  currency: 'CNY',
  stages: [stage(1, 'Needs', 'open'), stage(2, 'Proposal', 'open'), stage(3, 'Won', 'won', { conversionBefore: null })],
  compared: { from: '2026-01-01', to: '2026-03-31' },
  weak: [{ stageId: 's2', p: 0.01, atStake: '5410000.00' }],
  comparable: 2,
}

const show = (answer: FunnelReport) => {
  funnelReport.parse(answer)
  server.use(
    http.get('http://rapport.test/api/v1/reports/funnel', () => HttpResponse.json(answer)),
    http.get('http://rapport.test/api/v1/metrics', () => HttpResponse.json({ items: [] })),
  )
  const router = createMemoryRouter([{ path: '/', element: <FunnelChart window={{ pipelineId: 'p' }} /> }])
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return screen.findByRole('figure', { name: 'Funnel' })
}

it('marks the weak step alone, with the share before and what is at stake', async () => {
  const funnel = await show(report)
  expect(within(funnel).getByText(/Weak step: 31.*after Proposal/)).toBeInTheDocument()
  const marked = funnel.querySelectorAll('[data-weak]')
  expect(marked).toHaveLength(1)
  expect(marked[0]).toHaveTextContent(/was 48.*significant; 69 did not go on.*at stake/)
})

it.each([
  ['fell', { comparable: 2 }, /No stage fell significantly/],
  ['had enough deals', { comparable: 0 }, /Fewer than 20 deals/],
  ['has a period before it', { comparable: 0, compared: null }, /Without a period before/],
])('says that no weak stage can be shown where none %s', async (_, part, words) => {
  const funnel = await show({ ...report, weak: [], ...part })
  expect(within(funnel).getByText(words)).toHaveTextContent('no weak stage can be shown')
  expect(funnel.querySelectorAll('[data-weak]')).toHaveLength(0)
})
