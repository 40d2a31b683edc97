/** The head: sorts on the server; Shift adds a second key. The arrow stands before the label, so digits and label share their edge. */
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sort } from '../../lib/list-state.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../icon.tsx'
import { Box } from './box.tsx'
import { ColumnEdge } from './column-edge.tsx'
import type { GridColumn } from './columns.ts'
import styles from './record-grid.module.css'
import type { ColumnWidths } from './use-column-widths.ts'

type Props<R> = {
  columns: GridColumn<R>[]
  /** In pixels, of each column. */
  sizes: number[]
  widths: ColumnWidths | undefined
  template: string
  sort: Sort[]
  onSort: (sort: Sort[]) => void
  /** Undefined where nothing can be selected. */
  selected: boolean | 'mixed' | undefined
  onSelectAll: () => void
}

/** Numbers and dates begin with the largest, texts with the first. */
export function nextSort<R>(column: GridColumn<R>, sort: Sort[], add: boolean): Sort[] {
  const known = sort.find(({ field }) => field === column.id)
  const next = { field: column.id, descending: known ? !known.descending : Boolean(column.numeric) }
  if (!add) return [next]
  return known ? sort.map((one) => (one === known ? next : one)) : [...sort, next]
}

const ariaSort = (sort: Sort | undefined) => (sort ? (sort.descending ? 'descending' : 'ascending') : undefined)

type HeadProps<R> = Pick<Props<R>, 'sort' | 'onSort' | 'widths'> & {
  column: GridColumn<R>
  size: number
  first: boolean
}

function Head<R>({ column, sort, onSort, widths, size, first }: HeadProps<R>) {
  const textOf = useLabel()
  const own = sort.find(({ field }) => field === column.id)
  const words = (
    <>
      {own && <Icon of={own.descending ? IconChevronDown : IconChevronUp} size={13} />}
      <span className={own ? styles.sorted : styles.headWord}>{textOf(column.label)}</span>
      {column.unit && <span className={styles.unit}>{column.unit}</span>}
    </>
  )
  return (
    <div
      role="columnheader"
      aria-sort={ariaSort(own)}
      className={first ? `${styles.headCell} ${styles.pinned}` : styles.headCell}
      data-numeric={column.numeric || undefined}
    >
      {column.sortable ? (
        <button
          type="button"
          className={styles.sort}
          onClick={(event: MouseEvent) => onSort(nextSort(column, sort, event.shiftKey))}
        >
          {words}
        </button>
      ) : (
        words
      )}
      {widths && <ColumnEdge id={column.id} name={textOf(column.label)} width={size} widths={widths} />}
    </div>
  )
}

export function GridHead<R>({ columns, sizes, widths, template, sort, onSort, selected, onSelectAll }: Props<R>) {
  const { t } = useTranslation()
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: template }}>
        {selected !== undefined && (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div role="columnheader" className={styles.boxCell} onClick={onSelectAll}>
            <Box checked={selected} label={t(($) => $.list.all)} />
          </div>
        )}
        {columns.map((column, at) => (
          <Head key={column.id} column={column} size={sizes[at] ?? 0} first={at === 0} {...{ sort, onSort, widths }} />
        ))}
      </div>
    </div>
  )
}
