/** What is open now, by stage: count, value and weighted value, each opening its rows. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Stage } from '../../ui/marks/stage.tsx'
import { Figure } from './figure.tsx'
import { FigureTable, type FigureRow } from './figure-table.tsx'
import { Part } from './part.tsx'
import { pipelineReportQuery, type PipelineReport, type Window } from './reports.queries.ts'

function useRow(currency: string) {
  const format = useFormat()
  const money = (amount: string | null) => (amount === null ? '–' : format.money(amount, currency, 'compact'))
  return (key: string, name: ReactNode, { drill, count, value, weighted }: PipelineReport['total']): FigureRow => ({
    key,
    name,
    cells: [
      <Figure key="count" drill={drill} value={count}>
        {format.number(count)}
      </Figure>,
      <Figure key="value" drill={drill} value={value ?? ''}>
        {money(value)}
      </Figure>,
      <Figure key="weighted" strong drill={drill} value={weighted ?? ''}>
        {money(weighted)}
      </Figure>,
    ],
  })
}

function Stages({ report }: { report: PipelineReport }) {
  const { t } = useTranslation('reports')
  const textOf = useLabel()
  const row = useRow(report.currency)
  const columns = [t(($) => $.stage), t(($) => $.count), t(($) => $.value), t(($) => $.weighted)]
  const rows = report.stages.map((stage) =>
    row(stage.stageId, <Stage token={stage.color} name={textOf(stage.label)} />, stage),
  )
  const total = row(
    'total',
    t(($) => $.total),
    report.total,
  )
  return <FigureTable label={t(($) => $.openPipeline)} columns={columns} rows={rows} total={total} />
}

export function OpenPipeline({ window }: { window: Window }) {
  const { t } = useTranslation('reports')
  const { data } = useQuery(pipelineReportQuery(window))
  return (
    <Part title={t(($) => $.openPipeline)} metrics={['openCount', 'openValue', 'weightedValue']}>
      {data && <Stages report={data} />}
    </Part>
  )
}
