/** Why deals are lost, where, and against whom: three figures beside the period before. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CompetitorChart } from './competitor-chart.tsx'
import { LossChart } from './loss-chart.tsx'
import { winLossQuery, type Window } from './reports.queries.ts'
import styles from './analytics.module.css'

/** A part that the reader may not know is not there. */
export function WinLoss({ window }: { window: Window }) {
  const { t } = useTranslation('reports')
  const { data } = useQuery(winLossQuery(window))
  if (!data) return null
  const { reasons, stages, competitors } = data
  return (
    <section className={styles.three} aria-label={t(($) => $.winLoss)}>
      {reasons && <LossChart of="reason" rows={reasons} report={data} />}
      {stages && <LossChart of="stage" rows={stages} report={data} />}
      {competitors && <CompetitorChart rows={competitors} report={data} />}
    </section>
  )
}
