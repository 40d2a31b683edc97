/** Won, lost, value and win rate by one dimension; every number opens its rows. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { asTree } from './as-tree.ts'
import { Figure } from './figure.tsx'
import { FigureTable, type FigureRow } from './figure-table.tsx'
import { Part } from './part.tsx'
import { salesQuery, type SalesReport, type SalesRow, type Window } from './reports.queries.ts'
import { useReads, type ShownSlice } from './use-reads.ts'

type Figures = Pick<SalesRow, 'won' | 'lost' | 'wonValue' | 'winRate' | 'drill'>

function WinRate({ of: { winRate, won, lost, drill } }: { of: Figures }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { value, low, high, n } = winRate
  if (value === null || low === null || high === null) return '–'
  return (
    <span title={t(($) => $.interval, { low: format.percent(low), high: format.percent(high), n })}>
      <Figure drill={drill.closed} value={won + lost}>
        {format.percent(value)}
      </Figure>
    </span>
  )
}

function useRow(currency: string) {
  const format = useFormat()
  const count = (key: string, drill: unknown, value: number) => (
    <Figure key={key} drill={drill} value={value}>
      {format.number(value)}
    </Figure>
  )
  return (key: string, name: string, of: Figures, depth = 0): FigureRow => ({
    key,
    name,
    depth,
    cells: [
      count('won', of.drill.won, of.won),
      count('lost', of.drill.lost, of.lost),
      <WinRate key="rate" of={of} />,
      of.wonValue === null ? (
        '–'
      ) : (
        <Figure key="value" strong drill={of.drill.won} value={of.wonValue}>
          {format.money(of.wonValue, currency, 'compact')}
        </Figure>
      ),
    ],
  })
}

function Rows({ report, slice }: { report: SalesReport; slice: ShownSlice }) {
  const { t } = useTranslation('reports')
  const textOf = useLabel()
  const row = useRow(report.currency)
  const nameOf = ({ label }: SalesRow) => (label === null ? t(($) => $.none) : textOf(label))
  const head = t(($) => $.by[slice])
  const columns = [head, t(($) => $.won), t(($) => $.lost), t(($) => $.winRate), t(($) => $.wonValue)]
  const rows = asTree(report.rows).map(({ row: one, depth }) => row(one.key ?? '', nameOf(one), one, depth))
  return (
    <FigureTable
      label={head}
      columns={columns}
      rows={rows}
      total={row(
        'total',
        t(($) => $.total),
        report.total,
      )}
    />
  )
}

export function SliceTable({ window }: { window: Window }) {
  const { t } = useTranslation('reports')
  const { slices } = useReads()
  const [chosen, choose] = useState<ShownSlice>()
  const slice = chosen ?? slices[0]
  const { data } = useQuery({ ...salesQuery(slice ?? '', window), enabled: slice !== undefined })
  const options = slices.map((value) => ({ value, label: t(($) => $.by[value]) }))
  const title = t(($) => $.results)
  if (!slice) return null
  return (
    <Part
      title={title}
      metrics={['wonCount', 'wonValue', 'winRate']}
      tools={<Segmented label={title} value={slice} options={options} onChange={choose} />}
    >
      {data && <Rows report={data} slice={slice} />}
    </Part>
  )
}
