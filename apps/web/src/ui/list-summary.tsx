/** Beside the title of a list: how many it holds, and what of these is worth saying; each such figure shows just its rows. */
import type { ReactNode } from 'react'
import type { ListQuery } from './list-query.ts'
import styles from './list-summary.module.css'
import { Total } from './total.tsx'

export function ListSummary<R>({ query, children }: { query: ListQuery<R>; children: ReactNode }) {
  return (
    <span className={styles.summary} data-figure>
      <Total of={query} />
      {children}
    </span>
  )
}

export function SummaryFigure({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.figure} onClick={onPress}>
      {children}
    </button>
  )
}
