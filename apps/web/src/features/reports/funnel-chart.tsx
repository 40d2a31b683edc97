/** The funnel as horizontal bars with the conversion between them, said in a sentence, and the same as a table. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { ChartFigure } from '../../ui/chart-figure.tsx'
import { Pending } from '../../ui/pending.tsx'
import { FunnelBars } from './funnel-bars.tsx'
import type { FunnelProps, Narrowed } from './funnel-figure.tsx'
import { How } from './how.tsx'
import { funnelQuery, type FunnelReport } from './reports.queries.ts'
import { useFunnelTable } from './use-funnel-table.tsx'

/** What the funnel says in a sentence: the step with most at stake, or why none is pointed at. */
function useTakeaway({ weak, stages, compared, comparable }: FunnelReport): string {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const textOf = useLabel()
  const worst = stages.find(({ stageId }) => stageId === weak[0]?.stageId)
  if (worst)
    return t(($) => $.weakStep, {
      stage: textOf(worst.label),
      share: format.percent(worst.conversion.value ?? 0),
      before: format.percent(worst.conversionBefore?.value ?? 0),
    })
  if (!compared) return t(($) => $.noWeakStep.period)
  return comparable === 0 ? t(($) => $.noWeakStep.few) : t(($) => $.noWeakStep.none)
}

function Funnel({ report, window }: FunnelProps) {
  const { t } = useTranslation('reports')
  const table = useFunnelTable({ report, window })
  const takeaway = useTakeaway(report)
  const how = <How of={['stageConversion', 'stageDwell', 'weakStep', 'comparedPeriod']} />
  return (
    <ChartFigure title={t(($) => $.funnel)} takeaway={takeaway} table={table} how={how}>
      <FunnelBars report={report} window={window} />
    </ChartFigure>
  )
}

export function FunnelChart({ window }: { window: Narrowed }) {
  const query = useQuery(funnelQuery(window))
  return query.data ? <Funnel report={query.data} window={window} /> : <Pending of={query} />
}
