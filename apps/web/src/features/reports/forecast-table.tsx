/** The stage-weighted forecast by month of the expected close, beside what is already won in that month. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Figure } from './figure.tsx'
import { FigureTable, type FigureRow } from './figure-table.tsx'
import { Part } from './part.tsx'
import { forecastQuery, type ForecastReport, type Window } from './reports.queries.ts'

function useRow(currency: string) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const money = (amount: string | null) => (amount === null ? '–' : format.money(amount, currency, 'compact'))
  const figure = (key: string, drill: unknown, value: string | null, strong = false) => (
    <Figure key={key} drill={drill} value={value ?? ''} strong={strong}>
      {money(value)}
    </Figure>
  )
  return (one: ForecastReport['months'][number]): FigureRow => ({
    key: one.month ?? '',
    name: one.month?.slice(0, 7) ?? t(($) => $.noDate),
    cells: [
      <Figure key="count" drill={one.drill} value={one.count}>
        {format.number(one.count)}
      </Figure>,
      figure('value', one.drill, one.value),
      figure('weighted', one.drill, one.weighted, true),
      figure('won', one.drillWon, one.wonValue),
    ],
  })
}

function Months({ report }: { report: ForecastReport }) {
  const { t } = useTranslation('reports')
  const row = useRow(report.currency)
  const columns = [t(($) => $.month), t(($) => $.count), t(($) => $.value), t(($) => $.weighted), t(($) => $.wonValue)]
  return <FigureTable label={t(($) => $.forecast)} columns={columns} rows={report.months.map(row)} />
}

export function ForecastTable({ window }: { window: Window }) {
  const { t } = useTranslation('reports')
  const { data } = useQuery(forecastQuery(useFormat().today(), window))
  return (
    <Part title={t(($) => $.forecast)} metrics={['weightedValue', 'wonValue']}>
      {data && <Months report={data} />}
    </Part>
  )
}
