/** The open deals a manager looks at first: large, stuck, slipping; each figure opens them. */
import { watchedDeals } from '@rapport/domain/features/opportunities/watched-deals.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Figure } from './figure.tsx'
import { FigureTable } from './figure-table.tsx'
import { Part } from './part.tsx'
import { watchQuery, type MetricId, type WatchReport, type Window } from './reports.queries.ts'

const metricOf = { large: 'largeDeals', stuck: 'stuckDeals', slipping: 'slippingDeals' } as const satisfies Record<
  WatchReport['rows'][number]['watch'],
  MetricId
>

function Rows({ report: { rows, currency } }: { report: WatchReport }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const textOf = useLabel()
  const columns = [t(($) => $.watchedKind), t(($) => $.count), t(($) => $.value)]
  const shown = rows.map(({ watch, count, value, drill }) => ({
    key: watch,
    name: textOf(watchedDeals[watch].label),
    cells: [
      <Figure key="count" drill={drill} value={count}>
        {format.number(count)}
      </Figure>,
      value === null ? (
        '–'
      ) : (
        <Figure key="value" drill={drill} value={value}>
          {format.money(value, currency, 'compact')}
        </Figure>
      ),
    ],
  }))
  return <FigureTable label={t(($) => $.watched)} columns={columns} rows={shown} />
}

/** Nothing for who may read none of what it rests on. */
export function Watched({ window }: { window: Window }) {
  const { t } = useTranslation('reports')
  const { data } = useQuery(watchQuery(window))
  if (data?.rows.length === 0) return null
  return (
    <Part title={t(($) => $.watched)} metrics={data?.rows.map(({ watch }) => metricOf[watch]) ?? []}>
      {data && <Rows report={data} />}
    </Part>
  )
}
