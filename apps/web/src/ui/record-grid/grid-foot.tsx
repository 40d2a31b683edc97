/** Totals over everything the filter holds, under their columns. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from './columns.ts'
import styles from './record-grid.module.css'

type Props<R> = { columns: GridColumn<R>[]; template: string; boxed: boolean; totals: Record<string, ReactNode> }

export function GridFoot<R>({ columns, template, boxed, totals }: Props<R>) {
  const { t } = useTranslation()
  return (
    <div role="rowgroup" className={styles.foot}>
      <div role="row" className={styles.footRow} style={{ gridTemplateColumns: template }}>
        {boxed && <div role="gridcell" className={styles.boxCell} aria-label={t(($) => $.list.total)} />}
        {columns.map((column, at) => (
          <div
            key={column.id}
            // A header that says nothing is none.
            role={at === 0 && totals[column.id] ? 'rowheader' : 'gridcell'}
            className={at === 0 ? `${styles.cell} ${styles.pinned}` : styles.cell}
            data-numeric={column.numeric || undefined}
          >
            {totals[column.id]}
          </div>
        ))}
      </div>
    </div>
  )
}
