/** One sentence beside the title: how many deals, how much, how much weighted, and what stands too long. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../../lib/list-state.ts'
import { useFormat } from '../../lib/use-format.ts'
import { totalsOptions } from '../../lib/list-options.ts'
import { both } from '@rapport/domain/filter/filter.ts'
import styles from './opportunities.module.css'

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
  const measures = ['count', 'sum:baseAmount', 'sum:weightedBase']
  const { data } = useQuery({
    ...totalsOptions('GET /opportunities/aggregate', { filter: here, search: state.search }, measures),
    enabled: layout === 'table' || pipelineId !== undefined, // or the sum of all pipelines would stand there for a moment
  })
  const [count, amount, weighted] = data?.groups[0]?.values ?? []
  if (typeof count !== 'number') return <span className={styles.summary} />
  const money = (value: unknown) =>
    typeof value === 'string' ? format.money(value, format.reader.currency, 'compact') : ''
  return (
    <span className={styles.summary} data-figure>
      {t(($) => $.summary, { count, shown: format.number(count), amount: money(amount), weighted: money(weighted) })}
    </span>
  )
}
