/** How selling goes: one sentence, the funnel with its weak step, won value by month, results, open pipeline, forecast. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Page } from '../../ui/page.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { PipelinePicker } from '../opportunities/pipeline-picker.tsx'
import { ForecastTable } from './forecast-table.tsx'
import { FunnelChart } from './funnel-chart.tsx'
import type { Narrowed } from './funnel-figure.tsx'
import { MonthsChart } from './months-chart.tsx'
import { OpenPipeline } from './open-pipeline.tsx'
import { Outlook } from './outlook.tsx'
import { Part } from './part.tsx'
import {
  forecastQuery,
  funnelQuery,
  outlookQuery,
  pipelineReportQuery,
  salesQuery,
  watchQuery,
  winLossQuery,
  type Window,
} from './reports.queries.ts'
import { SliceTable } from './slice-table.tsx'
import { useReads } from './use-reads.ts'
import { periods, useWindow } from './use-window.ts'
import { Watched } from './watched.tsx'
import { WinLoss } from './win-loss.tsx'
import styles from './analytics.module.css'

function Sentence({ window }: { window: Window }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { data } = useQuery(salesQuery('month', window))
  const before = useQuery(winLossQuery(window)).data?.total.before?.winRate.value
  if (!data) return null
  const { won, lost, wonValue, winRate } = data.total
  if (won + lost === 0) return <p className={styles.sentence}>{t(($) => $.nothingClosed)}</p>
  const share = format.percent(winRate.value ?? 0)
  const counts = { count: won, won, lost, share }
  const sentence =
    wonValue === null
      ? t(($) => $.sentenceCounts, counts)
      : t(($) => $.sentence, { ...counts, amount: format.money(wonValue, data.currency, 'compact') })
  if (typeof before !== 'number') return <p className={styles.sentence}>{sentence}</p>
  return (
    <p className={styles.sentence}>
      {sentence} {t(($) => $.sentenceBefore, { share: format.percent(before) })}
    </p>
  )
}

function FunnelOf({ window }: { window: Narrowed | undefined }) {
  const { t } = useTranslation('reports')
  if (window) return <FunnelChart window={window} />
  return (
    <Part title={t(($) => $.funnel)} metrics={['stageConversion']} isTable={false}>
      <p>{t(($) => $.placeHidden)}</p>
    </Part>
  )
}

/** All parts at once: parts that come one by one would push each other down the page. */
function Reports({ window }: { window: Window }) {
  const today = useFormat().today()
  const reads = useReads()
  const { pipelineId } = window
  const narrowed = reads.way && pipelineId ? { ...window, pipelineId } : undefined
  const first = useQueries({
    queries: [
      ...['month', ...reads.slices.slice(0, 1)].map((by) => salesQuery(by, window)),
      ...(reads.place ? [pipelineReportQuery(window)] : []),
      forecastQuery(today, window),
      ...(narrowed ? [funnelQuery(narrowed)] : []),
      winLossQuery(window),
      outlookQuery(window),
      watchQuery(window),
    ],
  })
  const refused = first.find(({ isLoadingError }) => isLoadingError)
  if (refused?.error) return <QueryProblem error={refused.error} retry={() => void refused.refetch()} />
  if (first.some(({ isPending }) => isPending)) return <Waiting />
  return (
    <>
      <Sentence window={window} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <FunnelOf window={narrowed} />
          <MonthsChart window={window} />
          <Outlook window={window} />
        </div>
        <div className={styles.side}>
          <Watched window={window} />
          <SliceTable window={window} />
          {reads.place && <OpenPipeline window={window} />}
          <ForecastTable window={window} />
        </div>
      </div>
      <WinLoss window={window} />
    </>
  )
}

export default function AnalyticsPage() {
  const { t } = useTranslation('reports')
  const { query, period, window, pipelines, pipelineId, isReady, setPeriod, setPipeline } = useWindow()
  return (
    <Page>
      <PageHead
        title={t(($) => $.title)}
        summary={pipelineId && <PipelinePicker of={pipelines} value={pipelineId} onChange={setPipeline} />}
        actions={
          <Segmented
            label={t(($) => $.period)}
            value={period}
            options={periods.map((value) => ({ value, label: t(($) => $.periods[value]) }))}
            onChange={setPeriod}
          />
        }
      />
      <Pending of={query} />
      {isReady && <Reports window={window} />}
    </Page>
  )
}
