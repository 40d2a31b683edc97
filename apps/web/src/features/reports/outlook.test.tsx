/** What this quarter should bring beside the last one; the API is answered by hand, shaped by the contract. */
import { outlookReport } from '@rapport/domain/features/reports/outlook.ts'
import { render, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { Providers } from '../../app/providers.tsx'
import { loadTexts } from '../../lib/i18n.ts'
import { makeQueryClient } from '../../lib/query-client.ts'
import { server } from '../../test/server.ts'
import { Outlook } from './outlook.tsx'
import type { OutlookReport } from './reports.queries.ts'

beforeAll(() => loadTexts('reports'))

const sum = (value: string, at: string) => ({ count: 1, value, drill: { field: 'phase', op: 'eq', value: at } })
const report: OutlookReport = {
  currency: 'CNY',
  periods: [
    {
      period: 'quarter',
      from: '2026-10-01',
      to: '2026-12-31',
      won: sum('2000000.00', 'won'),
      open: sum('1000000.00', 'open'),
      expected: sum('3000000.00', 'expected'),
      before: { ...sum('4000000.00', 'before'), from: '2026-07-01', to: '2026-09-30' },
    },
  ],
}

it('says how the quarter should end against the last one, and opens the rows of each part', async () => {
  outlookReport.parse(report)
  server.use(
    http.get('http://rapport.test/api/v1/reports/outlook', () => HttpResponse.json(report)),
    http.get('http://rapport.test/api/v1/metrics', () => HttpResponse.json({ items: [] })),
  )
  const router = createMemoryRouter([{ path: '/', element: <Outlook window={{}} /> }])
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  )
  const chart = within(await screen.findByRole('figure', { name: /Expected result/ }))
  expect(chart.getByText(/should end at .*3.*25.*below the last one/)).toBeInTheDocument()
  const drills = chart.getAllByRole('link').map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))
  expect(drills.map((href) => /"value":"(\w+)"/.exec(href)?.[1])).toEqual(['expected', 'won', 'open', 'before'])
})
