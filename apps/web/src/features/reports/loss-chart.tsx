/** Lost deals by reason or by the stage they were lost in: count and value, a slim lighter bar for the period before. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { ChartFigure, type ChartTable } from '../../ui/chart-figure.tsx'
import { BeforeLegend } from './before-legend.tsx'
import { FigureBars } from './figure-bars.tsx'
import { Figure } from './figure.tsx'
import { How } from './how.tsx'
import type { WinLossReport } from './reports.queries.ts'

type Row = NonNullable<WinLossReport['reasons']>[number]
type Props = { of: 'reason' | 'stage'; rows: Row[]; report: WinLossReport }

/** What a row is called: its label, “not given” where there is nothing, a dash where the reader may not know. */
export function useRowName() {
  const { t } = useTranslation('reports')
  const textOf = useLabel()
  return ({ key, label }: Pick<Row, 'key' | 'label'>) =>
    key === null ? t(($) => $.none) : label === null ? '–' : textOf(label)
}

function useFigures(currency: string) {
  const format = useFormat()
  return {
    count: ({ lost, drill }: Row['now']) => (
      <Figure drill={drill} value={lost}>
        {format.number(lost)}
      </Figure>
    ),
    value: ({ lostValue, drill }: Row['now'], style: 'compact' | 'trim') =>
      lostValue === null ? null : (
        <Figure drill={drill} value={lostValue}>
          {format.money(lostValue, currency, style)}
        </Figure>
      ),
  }
}

function Bars({ rows, currency }: { rows: Row[]; currency: string }) {
  const nameOf = useRowName()
  const figures = useFigures(currency)
  const widest = Math.max(1, ...rows.flatMap(({ now, before }) => [now.lost, before?.lost ?? 0]))
  const bars = rows.map((row) => ({
    key: row.key ?? '',
    name: nameOf(row),
    drill: row.now.drill,
    now: row.now.lost / widest,
    ...(row.before && { before: row.before.lost / widest }),
    figure: figures.count(row.now),
    beside: figures.value(row.now, 'compact'),
  }))
  return <FigureBars bars={bars} tone="lost" />
}

function useTable({ of, rows, report }: Props): ChartTable {
  const { t } = useTranslation('reports')
  const nameOf = useRowName()
  const figures = useFigures(report.currency)
  const labels = [t(($) => $.lossBy[of]), t(($) => $.lost), t(($) => $.lostValue)]
  const compared = report.compared ? [t(($) => $.lostBefore), t(($) => $.lostValueBefore)] : []
  const cells = (figure: Row['now']) => [figures.count(figure), figures.value(figure, 'trim') ?? '–']
  return {
    columns: [...labels, ...compared].map((label, at) => ({ label, numeric: at > 0 })),
    rows: rows.map((row) => ({
      key: row.key ?? '',
      cells: [nameOf(row), ...cells(row.now), ...(row.before ? cells(row.before) : [])],
    })),
  }
}

export function LossChart(props: Props) {
  const { of, rows, report } = props
  const { t } = useTranslation('reports')
  const nameOf = useRowName()
  const table = useTable(props)
  const { lost } = report.total.now
  const first = rows.filter(({ key }) => key !== null).toSorted((a, b) => b.now.lost - a.now.lost)[0]
  const takeaway =
    lost === 0 || !first || first.now.lost === 0
      ? t(($) => $.nothingLost)
      : t(($) => $.mostLost[of], { name: nameOf(first), count: first.now.lost, lost })
  const how = <How of={['lostCount', 'lostValue', 'comparedPeriod']} />
  const legend = report.compared && <BeforeLegend days={report.compared} />
  return (
    <ChartFigure title={t(($) => $.lostBy[of])} takeaway={takeaway} table={table} legend={legend} how={how}>
      <Bars rows={rows} currency={report.currency} />
    </ChartFigure>
  )
}
