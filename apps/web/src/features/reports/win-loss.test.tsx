/** What is lost, where and against whom, as a person reads it; the API is answered by hand, shaped by the contract. */
import { winLossReport } from '@rapport/domain/features/reports/win-loss.ts'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import type { WinLossReport } from './reports.queries.ts'
import { WinLoss } from './win-loss.tsx'

beforeAll(() => loadTexts('reports'))

const rate = (k: number, n: number) => ({ k, n, value: n ? k / n : null, low: n ? 0.1 : null, high: n ? 0.9 : null })
const drillTo = (value: string) => ({ field: 'phase', op: 'eq', value })
const losses = (lost: number, lostValue: string | null, at = 'lost') => ({ lost, lostValue, drill: drillTo(at) })
const closed = (won: number, lost: number) => ({
  won,
  lost,
  lostValue: '300.00',
  winRate: rate(won, won + lost),
  drill: { won: drillTo('won'), lost: drillTo('lost'), closed: drillTo('closed') },
})
const report: WinLossReport = {
  currency: 'CNY',
  compared: { from: '2026-02-01', to: '2026-02-28' },
  total: { now: closed(2, 3), before: closed(1, 1) },
  reasons: [
    { key: 'p', label: { zh: '价格', en: 'Price' }, now: losses(2, '200.00', 'price'), before: losses(1, '50.00') },
    { key: null, label: null, now: losses(1, '100.00'), before: losses(0, '0.00') },
  ],
  stages: null,
  competitors: [{ key: 'l', label: '岚屿环境工程', now: closed(1, 3), before: closed(0, 0) }],
}

const show = (answer: WinLossReport) => {
  winLossReport.parse(answer)
  server.use(
    http.get('http://rapport.test/api/v1/reports/win-loss', () => HttpResponse.json(answer)),
    http.get('http://rapport.test/api/v1/metrics', () => HttpResponse.json({ items: [] })),
  )
  const router = createMemoryRouter([{ path: '/', element: <WinLoss window={{ from: '2026-03-01' }} /> }])
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
}

it('says the reason named most, opens the rows of each figure, and leaves out what is not told', async () => {
  show(report)
  const reasons = within(await screen.findByRole('figure', { name: 'Lost by reason' }))
  expect(reasons.getByText('Price most often: 2 of 3')).toBeInTheDocument()
  expect(reasons.getByText('Not given')).toBeInTheDocument()
  expect(reasons.getByRole('link', { name: '2' })).toHaveAttribute(
    'href',
    `/opportunities?layout=table&filter=${encodeURIComponent(JSON.stringify(drillTo('price')))}`,
  )
  expect(screen.queryByRole('figure', { name: 'Lost by stage' })).toBeNull()
  const rivals = within(screen.getByRole('figure', { name: 'Against competitors' }))
  expect(rivals.getByRole('link', { name: /^25/ })).toHaveAttribute('data-drill', '4')
})

it('shows the same numbers as a table, those of the period before beside them', async () => {
  show(report)
  const reasons = within(await screen.findByRole('figure', { name: 'Lost by reason' }))
  await userEvent.click(reasons.getByRole('button', { name: 'Table' }))
  const cells = within(reasons.getByRole('row', { name: /Price/ })).getAllByRole('cell')
  expect(cells.map(({ textContent }) => textContent)).toEqual(['Price', '2', '¥200', '1', '¥50'])
})
