/** The funnel as a table: every way out of a stage by itself. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import type { ChartTable } from '../../ui/chart-figure.tsx'
import { figureOf, type Days, type FunnelProps, type Stage } from './funnel-figure.tsx'

export function useFunnelTable({ report, window }: FunnelProps): ChartTable {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const textOf = useLabel()
  const figure = figureOf(window)
  const words = [t(($) => $.stage), t(($) => $.entered), t(($) => $.forward), t(($) => $.lost), t(($) => $.back)]
  const before = report.compared ? [t(($) => $.conversionBefore)] : []
  const labels = [...words, t(($) => $.open), t(($) => $.conversion), ...before, t(($) => $.medianDays)]
  const share = (stage: Stage, of: Stage['conversion'] | null, during?: Days) =>
    of && of.value !== null
      ? figure(stage, { outcome: 'left', value: of.n, words: format.percent(of.value), ...(during && { during }) })
      : '–'
  const count = (stage: Stage, outcome: 'forward' | 'lost' | 'back' | 'open') =>
    figure(stage, { outcome, value: stage[outcome], words: format.number(stage[outcome]) })
  const rows = report.stages.map((stage) => ({
    key: stage.stageId,
    cells: [
      textOf(stage.label),
      figure(stage, { value: stage.entered, words: format.number(stage.entered) }),
      ...(['forward', 'lost', 'back', 'open'] as const).map((outcome) => count(stage, outcome)),
      share(stage, stage.conversion),
      ...(report.compared ? [share(stage, stage.conversionBefore, report.compared)] : []),
      stage.medianDays ?? '–',
    ],
  }))
  return { columns: labels.map((label, at) => ({ label, numeric: at > 0 })), rows }
}
