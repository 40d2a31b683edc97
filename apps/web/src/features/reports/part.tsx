/** A part of the analytics page: heading, how its figures are computed, and its body once it is there. */
import type { ReactNode } from 'react'
import { SaveFigures } from '../../ui/save-figures.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { How } from './how.tsx'
import type { MetricId } from './reports.queries.ts'
import styles from './analytics.module.css'

type Props = { title: string; metrics: MetricId[]; tools?: ReactNode; children: ReactNode; isTable?: boolean }

export function Part({ title, metrics, tools, children, isTable = true }: Props) {
  return (
    <section className={styles.part} aria-label={title}>
      <header className={styles.partHead}>
        <h2>{title}</h2>
        <div className={styles.partTools}>
          <How of={metrics} />
          {children && isTable && <SaveFigures title={title} />}
        </div>
      </header>
      {tools}
      {children ?? <Waiting />}
    </section>
  )
}
