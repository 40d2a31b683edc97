/** “How is this computed?” for figures of the registry: label and formula, in the reader's language. */
import { useQuery } from '@tanstack/react-query'
import { useLabel } from '../../lib/use-language.ts'
import { Pending } from '../../ui/pending.tsx'
import { HowComputed } from '../../ui/how-computed.tsx'
import { metricsQuery, type MetricId } from './reports.queries.ts'
import styles from './analytics.module.css'

export function How({ of }: { of: MetricId[] }) {
  const textOf = useLabel()
  const query = useQuery(metricsQuery)
  const chosen = of.flatMap((id) => query.data?.items.find((metric) => metric.id === id) ?? [])
  return (
    <HowComputed>
      <Pending of={query} rows={2} />
      <dl className={styles.how}>
        {chosen.map((metric) => (
          <div key={metric.id}>
            <dt>{textOf(metric.label)}</dt>
            <dd>{textOf(metric.formula)}</dd>
          </div>
        ))}
      </dl>
    </HowComputed>
  )
}
