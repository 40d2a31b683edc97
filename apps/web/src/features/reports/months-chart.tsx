/** Won value by month; the present month is one step darker. The drawing is loaded when it is first shown. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ChartFigure, type ChartTable } from '../../ui/chart-figure.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Figure } from './figure.tsx'
import { How } from './how.tsx'
import { salesQuery, type SalesReport, type Window } from './reports.queries.ts'
import styles from './analytics.module.css'

const MonthBars = lazy(() => import('./month-bars.tsx'))

function useTable(report: SalesReport): ChartTable {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const labels = [t(($) => $.month), t(($) => $.won), t(($) => $.lost), t(($) => $.wonValue)]
  const rows = report.rows.map(({ key, won, lost, wonValue, drill }) => ({
    key: key ?? '',
    cells: [
      key?.slice(0, 7) ?? '',
      <Figure key="won" drill={drill.won} value={won}>
        {format.number(won)}
      </Figure>,
      <Figure key="lost" drill={drill.lost} value={lost}>
        {format.number(lost)}
      </Figure>,
      <Figure key="value" drill={drill.won} value={wonValue ?? ''}>
        {format.money(wonValue ?? '0', report.currency, 'trim')}
      </Figure>,
    ],
  }))
  return { columns: labels.map((label, at) => ({ label, numeric: at > 0 })), rows }
}

function Months({ report, total }: { report: SalesReport; total: string }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const table = useTable(report)
  const amount = format.money(total, report.currency, 'compact')
  const takeaway = t(($) => $.monthsTotal, { amount, count: report.total.won })
  return (
    <ChartFigure title={t(($) => $.months)} takeaway={takeaway} table={table} how={<How of={['wonValue']} />}>
      <div className={styles.months}>
        <Suspense fallback={<Waiting />}>
          <MonthBars rows={report.rows} currency={report.currency} label={t(($) => $.months)} />
        </Suspense>
      </div>
    </ChartFigure>
  )
}

export function MonthsChart({ window }: { window: Window }) {
  const query = useQuery(salesQuery('month', window))
  if (!query.data) return <Pending of={query} />
  const { wonValue } = query.data.total
  return wonValue === null ? null : <Months report={query.data} total={wonValue} />
}
