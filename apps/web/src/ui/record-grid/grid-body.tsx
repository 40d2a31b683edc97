/** The rows that are worth drawing. */
import { useFormat } from '../../lib/use-format.ts'
import type { GridColumn, GridRow } from './columns.ts'
import { GridRowView } from './grid-row.tsx'
import styles from './record-grid.module.css'
import type { RecordGridProps } from './record-grid.tsx'
import type { Grid } from './use-grid.ts'

type Props<R extends GridRow> = Pick<RecordGridProps<R>, 'rows' | 'nameOf' | 'hrefOf' | 'stateOf' | 'selection'> & {
  grid: Grid & { shown: GridColumn<R>[] }
}

export function GridBody<R extends GridRow>({ grid, rows, nameOf, hrefOf, stateOf, selection }: Props<R>) {
  const format = useFormat()
  return (
    <div role="rowgroup" className={styles.body} style={{ height: grid.size }}>
      {grid.items.map(({ index, start }) => {
        const row = rows[index]
        if (!row) return null
        return (
          <GridRowView
            key={row.id}
            grid={grid.id}
            row={row}
            index={index}
            start={start}
            columns={grid.shown}
            template={grid.template}
            current={index === grid.at}
            selected={selection && (selection.everything || Boolean(selection.ids[row.id]))}
            format={format}
            href={hrefOf?.(row)}
            stateOf={stateOf}
            nameOf={nameOf}
            onSelect={grid.toggle}
            onPoint={grid.point}
          />
        )
      })}
    </div>
  )
}
