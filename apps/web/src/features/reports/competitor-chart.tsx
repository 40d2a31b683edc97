/** How often we win where a competitor is met: share as a bar, won and lost as numbers, beside the period before. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ChartFigure, type ChartTable } from '../../ui/chart-figure.tsx'
import { BeforeLegend } from './before-legend.tsx'
import { FigureBars } from './figure-bars.tsx'
import { Figure } from './figure.tsx'
import { How } from './how.tsx'
import { useRowName } from './loss-chart.tsx'
import type { WinLossReport } from './reports.queries.ts'

type Row = NonNullable<WinLossReport['competitors']>[number]
type Props = { rows: Row[]; report: WinLossReport }

function useFigures(currency: string) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const count = (drill: unknown, value: number) => (
    <Figure drill={drill} value={value}>
      {format.number(value)}
    </Figure>
  )
  return {
    won: ({ won, drill }: Row['now']) => count(drill.won, won),
    lost: ({ lost, drill }: Row['now']) => count(drill.lost, lost),
    lostValue: ({ lostValue, drill }: Row['now']) =>
      lostValue === null ? (
        '–'
      ) : (
        <Figure drill={drill.lost} value={lostValue}>
          {format.money(lostValue, currency, 'trim')}
        </Figure>
      ),
    rate: ({ winRate: { value, low, high, n }, drill }: Row['now']) =>
      value === null || low === null || high === null ? (
        '–'
      ) : (
        <span title={t(($) => $.interval, { low: format.percent(low), high: format.percent(high), n })}>
          <Figure drill={drill.closed} value={n}>
            {format.percent(value)}
          </Figure>
        </span>
      ),
  }
}

function useName() {
  const { t } = useTranslation('reports')
  const nameOf = useRowName()
  return (row: Row) => (row.key === null ? t(($) => $.noCompetitor) : nameOf(row))
}

function Bars({ rows, currency }: { rows: Row[]; currency: string }) {
  const { t } = useTranslation('reports')
  const nameOf = useName()
  const figures = useFigures(currency)
  const bars = rows.map((row) => ({
    key: row.key ?? '',
    name: nameOf(row),
    drill: row.now.drill.closed,
    now: row.now.winRate.value ?? 0,
    ...(row.before && { before: row.before.winRate.value ?? 0 }),
    figure: figures.rate(row.now),
    beside: (
      <>
        <span>{t(($) => $.won)}</span>
        {figures.won(row.now)}
        <span>{t(($) => $.lost)}</span>
        {figures.lost(row.now)}
      </>
    ),
  }))
  return <FigureBars bars={bars} tone="won" whole />
}

function useTable({ rows, report }: Props): ChartTable {
  const { t } = useTranslation('reports')
  const nameOf = useName()
  const figures = useFigures(report.currency)
  const words = [t(($) => $.competitor), t(($) => $.won), t(($) => $.lost), t(($) => $.winRate), t(($) => $.lostValue)]
  const labels = [...words, ...(report.compared ? [t(($) => $.winRateBefore)] : [])]
  return {
    columns: labels.map((label, at) => ({ label, numeric: at > 0 })),
    rows: rows.map((row) => ({
      key: row.key ?? '',
      cells: [
        nameOf(row),
        figures.won(row.now),
        figures.lost(row.now),
        figures.rate(row.now),
        figures.lostValue(row.now),
        ...(row.before ? [figures.rate(row.before)] : []),
      ],
    })),
  }
}

export function CompetitorChart({ rows, report }: Props) {
  const { t } = useTranslation('reports')
  const nameOf = useName()
  const table = useTable({ rows, report })
  const most = rows
    .filter(({ key, now }) => key !== null && now.won + now.lost > 0)
    .toSorted((a, b) => b.now.won + b.now.lost - a.now.won - a.now.lost)[0]
  const takeaway = most
    ? t(($) => $.mostMet, { name: nameOf(most), won: most.now.won, lost: most.now.lost })
    : t(($) => $.noneMet)
  const legend = report.compared && <BeforeLegend days={report.compared} grey />
  const how = <How of={['competitorWinRate', 'comparedPeriod']} />
  return (
    <ChartFigure title={t(($) => $.competitors)} takeaway={takeaway} table={table} legend={legend} how={how}>
      <Bars rows={rows} currency={report.currency} />
    </ChartFigure>
  )
}
