/** A table of figures: a name at the left, numbers at the right, a total below. */
import type { ReactNode } from 'react'
import styles from './analytics.module.css'

export type FigureRow = { key: string; name: ReactNode; cells: ReactNode[]; depth?: number }
type Props = { label: string; columns: string[]; rows: FigureRow[]; total?: FigureRow }

const Row = ({ row }: { row: FigureRow }) => (
  <tr>
    <th scope="row" style={{ paddingLeft: (row.depth ?? 0) * 16 }}>
      {row.name}
    </th>
    {row.cells.map((cell, at) => (
      <td key={at}>{cell}</td>
    ))}
  </tr>
)

export function FigureTable({ label, columns, rows, total }: Props) {
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Row row={total} />
          </tfoot>
        )}
      </table>
    </div>
  )
}
