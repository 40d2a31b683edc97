/** This month, quarter and year as they should end – won and weighted – with a tick where the one before ended. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ChartFigure, type ChartTable } from '../../ui/chart-figure.tsx'
import { Figure } from './figure.tsx'
import { How } from './how.tsx'
import { outlookQuery, type OutlookReport, type Window } from './reports.queries.ts'
import styles from './outlook.module.css'

type Row = OutlookReport['periods'][number]

// Decimals become numbers for the length of a bar and nothing else.
const size = (amount: string | null) => Number.parseFloat(amount ?? '0')

function useMoney(currency: string) {
  const format = useFormat()
  return (amount: string | null) => (amount === null ? '–' : format.money(amount, currency, 'compact'))
}

function useFigure(currency: string) {
  const money = useMoney(currency)
  return ({ value, drill }: Row['won'], strong = false) => (
    <Figure drill={drill} value={value ?? ''} strong={strong}>
      {money(value)}
    </Figure>
  )
}

function Bars({ report }: { report: OutlookReport }) {
  const { t } = useTranslation('reports')
  const figure = useFigure(report.currency)
  return (
    <ol>
      {report.periods.map(({ period, won, open, expected, before }) => {
        const most = Math.max(1, size(expected.value), size(before.value))
        const width = (amount: string | null) => `${(100 * size(amount)) / most}%`
        return (
          <li key={period} className={styles.row}>
            <span>{t(($) => $.periods[period])}</span>
            <span className={styles.track} aria-hidden="true">
              <i data-won style={{ width: width(won.value) }} />
              <i data-open style={{ width: width(open.value) }} />
              <u style={{ insetInlineStart: width(before.value) }} />
            </span>
            <b>{figure(expected, true)}</b>
            <span className={styles.parts}>
              <span>{t(($) => $.wonSoFar)}</span>
              {figure(won)}
              <span>{t(($) => $.weighted)}</span>
              {figure(open)}
              <span>{t(($) => $.wonBefore[period])}</span>
              {figure(before)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function useTable(report: OutlookReport): ChartTable {
  const { t } = useTranslation('reports')
  const figure = useFigure(report.currency)
  const words = [t(($) => $.period), t(($) => $.wonSoFar), t(($) => $.weighted), t(($) => $.expected)]
  return {
    columns: [...words, t(($) => $.wonPeriodBefore)].map((label, at) => ({ label, numeric: at > 0 })),
    rows: report.periods.map(({ period, won, open, expected, before }) => ({
      key: period,
      cells: [t(($) => $.periods[period]), figure(won), figure(open), figure(expected), figure(before)],
    })),
  }
}

/** One sentence about this quarter, the usual horizon of a forecast. */
function useTakeaway({ periods, currency }: OutlookReport): string {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const money = useMoney(currency)
  const quarter = periods.find(({ period }) => period === 'quarter')
  if (!quarter || quarter.expected.value === null) return ''
  const amount = money(quarter.expected.value)
  const [expected, before] = [size(quarter.expected.value), size(quarter.before.value)]
  if (before === 0) return t(($) => $.outlookAlone, { amount })
  const share = format.percent(Math.abs(expected / before - 1))
  return expected >= before ? t(($) => $.outlookMore, { amount, share }) : t(($) => $.outlookLess, { amount, share })
}

function Chart({ report }: { report: OutlookReport }) {
  const { t } = useTranslation('reports')
  const table = useTable(report)
  const takeaway = useTakeaway(report)
  const how = <How of={['expectedResult', 'weightedValue', 'wonValue']} />
  return (
    <ChartFigure title={t(($) => $.outlook)} takeaway={takeaway} table={table} how={how}>
      <Bars report={report} />
    </ChartFigure>
  )
}

/** Nothing for who may not read amounts: it is about nothing else. */
export function Outlook({ window }: { window: Window }) {
  const { data } = useQuery(outlookQuery(window))
  return data && data.periods.some(({ expected }) => expected.value !== null) ? <Chart report={data} /> : null
}
