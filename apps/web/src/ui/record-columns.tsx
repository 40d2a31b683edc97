/** A record's page: head, facts at the left, what happens in the middle, what belongs to it at the right. */
import type { ReactNode } from 'react'
import styles from './record-columns.module.css'

type Props = { head: ReactNode; facts: ReactNode; main: ReactNode; side?: ReactNode }

export function RecordColumns({ head, facts, main, side }: Props) {
  return (
    <div className={styles.page}>
      {head}
      <div className={styles.columns} data-stacked data-side={side ? true : undefined}>
        <div className={styles.facts}>{facts}</div>
        <div className={styles.main} data-column data-first>
          {main}
        </div>
        {side && (
          <div className={styles.side} data-column>
            {side}
          </div>
        )}
      </div>
    </div>
  )
}
