/** One cell across all columns. */
import type { ReactNode } from 'react'
import type { LinePlace } from '../record-grid/lines.ts'
import styles from './record-groups.module.css'

export function WholeLine({ of, children }: { of: LinePlace; children: ReactNode }) {
  return (
    <div role="gridcell" aria-colspan={of.columns.length + (of.boxed ? 1 : 0)} className={styles.whole}>
      {children}
    </div>
  )
}
