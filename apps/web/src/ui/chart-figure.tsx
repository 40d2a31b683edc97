/**
 * A chart with its title, what it says in one sentence, and the same numbers as a table – which is also what a screen
 * reader gets. The drawing itself is loaded by the room on demand.
 */
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './chart-figure.module.css'
import { Icon } from './icon.tsx'
import { SaveFigures } from './save-figures.tsx'

export type ChartTable = {
  columns: { label: string; numeric?: boolean }[]
  /** One cell per column; a link opens the records behind a number. */
  rows: { key: string; cells: ReactNode[] }[]
}

type Props = {
  title: string
  /** The interpretation, not a description: “October was the best month since June”. */
  takeaway: ReactNode
  table: ChartTable
  /** Names the colours, where there is more than one. */
  legend?: ReactNode
  /** “How is this computed?”. */
  how?: ReactNode
  children: ReactNode
}

function Table({ table, label }: { table: ChartTable; label: string }) {
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" data-numeric={column.numeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, at) => (
                <td key={table.columns[at]?.label} data-numeric={table.columns[at]?.numeric || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function ChartFigure({ title, takeaway, table, legend, how, children }: Props) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.head}>
        <h2 id={id}>{title}</h2>
        <span className={styles.takeaway}>{takeaway}</span>
        <span className={styles.tools}>
          {!asTable && legend}
          {how}
          {asTable && <SaveFigures title={title} />}
          <button type="button" className={styles.toggle} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            <Icon of={asTable ? IconChartBar : IconTable} size={14} />
            {t(($) => (asTable ? $.chart.chart : $.chart.table))}
          </button>
        </span>
      </figcaption>
      {asTable ? <Table table={table} label={title} /> : children}
    </figure>
  )
}
