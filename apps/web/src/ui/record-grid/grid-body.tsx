/** The rows that are worth drawing. */
import { Fragment } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import type { GridColumn, GridRow } from './columns.ts'
import { GridRowView, rowId } from './grid-row.tsx'
import { isBetween } from './lines.ts'
import styles from './record-grid.module.css'
import type { RecordGridProps } from './record-grid.tsx'
import type { Grid } from './use-grid.ts'

type Given = 'rows' | 'grouped' | 'nameOf' | 'hrefOf' | 'stateOf' | 'selection'
type Props<R extends GridRow> = Pick<RecordGridProps<R>, Given> & { grid: Grid<R> & { shown: GridColumn<R>[] } }

export function GridBody<R extends GridRow>({ grid, rows, grouped, nameOf, hrefOf, stateOf, selection }: Props<R>) {
  const format = useFormat()
  const boxed = selection !== undefined
  return (
    <div role="rowgroup" className={styles.body} style={{ height: grid.size }}>
      {grid.items.map(({ index, start }) => {
        const row = rows[index]
        if (!row) return null
        const current = index === grid.at
        if (isBetween(row)) {
          const place = { id: rowId(grid.id, index), index, start, template: grid.template, boxed, current }
          const line = row.draw({ ...place, columns: grid.shown, onPoint: (event) => grid.point(index, event) })
          return <Fragment key={row.id}>{line}</Fragment>
        }
        return (
          <GridRowView
            key={row.id}
            grid={grid.id}
            row={row}
            index={index}
            start={start}
            columns={grid.shown}
            template={grid.template}
            current={current}
            level={grouped ? 2 : undefined}
            selected={selection && (selection.everything || Boolean(selection.ids[row.id]))}
            format={format}
            href={hrefOf?.(row)}
            stateOf={stateOf}
            nameOf={nameOf}
            cell={current ? grid.cell : null}
            cells={grid.cells}
            onSelect={grid.toggle}
            onPoint={grid.point}
          />
        )
      })}
    </div>
  )
}
