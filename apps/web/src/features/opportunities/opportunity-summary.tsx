/** One sentence beside the title: how many deals, how much, how much weighted, and what stands too long. */
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import { both } from '@rapport/domain/filter/filter.ts'
import styles from './opportunities.module.css'
import { useDealTotals } from './use-deal-totals.ts'

type Props = { layout: 'board' | 'table'; pipelineId: string | undefined; state: ListState }

const open = { field: 'phase', op: 'in', value: ['open', 'commit'] } as const

/** On the board: the open deals of its pipeline. On the table: everything the filter holds. */
export function OpportunitySummary({ layout, pipelineId, state }: Props) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const here =
    layout === 'board' && pipelineId
      ? both({ and: [open, { field: 'pipelineId', op: 'eq', value: pipelineId }] }, state.filter)
      : state.filter
  const { count, baseAmount, weightedBase } = useDealTotals(
    { filter: here, search: state.search },
    { enabled: layout === 'table' || pipelineId !== undefined }, // or the sum of all pipelines would stand there for a moment
  )
  if (count === undefined) return <span className={styles.summary} />
  const money = (value: string) => format.money(value, format.reader.currency, 'compact')
  const shown = format.number(count)
  const parts = [t(($) => $.summaryCount, { count, shown }), baseAmount && money(baseAmount)]
  return (
    <span className={styles.summary} data-figure>
      {baseAmount && weightedBase
        ? t(($) => $.summary, { count, shown, amount: money(baseAmount), weighted: money(weightedBase) })
        : parts.filter(Boolean).join(' · ')}
    </span>
  )
}
