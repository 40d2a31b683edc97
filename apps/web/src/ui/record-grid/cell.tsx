/** One cell: what the record says there or, while it is being changed, the input in its place. */
import { IconPencil } from '@tabler/icons-react'
import { Suspense, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Format } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { IconButton } from '../button.tsx'
import type { GridColumn, GridRow } from './columns.ts'
import own from './cell.module.css'
import styles from './record-grid.module.css'
import type { CellAt, CellEditorProps, RowCells } from './use-cells.ts'

type Props<R> = {
  id: string
  row: R
  at: number
  column: GridColumn<R>
  /** Of how many. */
  count: number
  format: Format
  href: string | undefined
  stateOf: ((row: R) => unknown) | undefined
  /** The cell one is at, if it is of this row. */
  cell: CellAt | null
  cells: RowCells<R> | undefined
  /** The pointer is on the row. */
  pointed: boolean
}

type EditingProps<R> = CellEditorProps<R> & {
  Editor: RowCells<R>['Editor']
  stepOn: RowCells<R>['stepOn']
  end: boolean
}

function Editing<R>({ Editor, stepOn, end, ...editor }: EditingProps<R>) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    // Refused, it stays: what is pressed then says anew where to go on.
    if (event.key !== 'Tab') return stepOn(0)
    event.preventDefault()
    stepOn(event.shiftKey ? -1 : 1)
    event.currentTarget.querySelector('form')?.requestSubmit()
  }
  return (
    // The input in it is what is operated.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className={own.editor}
      data-end={end || undefined}
      onKeyDownCapture={press}
      onClick={(event) => event.stopPropagation()}
    >
      <Editor {...editor} />
    </div>
  )
}

function Pencil({ label, onEdit }: { label: string; onEdit: () => void }) {
  const { t } = useTranslation()
  return (
    <span className={own.pencil}>
      <IconButton
        small
        icon={IconPencil}
        label={t(($) => $.fact.edit, { name: label })}
        tabIndex={-1}
        onClick={(event) => {
          event.stopPropagation()
          onEdit()
        }}
      />
    </span>
  )
}

/** What the record says; the first cell leads to its page. */
function contentOf<R>({ row, at, column, format, href, stateOf }: Props<R>) {
  const shown = column.cell(row, format)
  if (at > 0 || !href) return shown
  return (
    <Link to={href} state={stateOf?.(row)} tabIndex={-1} className={styles.name} draggable={false}>
      {shown}
    </Link>
  )
}

export function Cell<R extends GridRow>(props: Props<R>) {
  const { id, row, at, column, count, cell, cells, pointed } = props
  const textOf = useLabel()
  const first = at === 0
  const isAt = cell?.column === at
  const isEdited = isAt && cell.editing === row.id
  const may = cells?.mayEdit(row, column.id) === true
  const content = contentOf(props)
  return (
    <div
      id={isAt ? id : undefined}
      role={first ? 'rowheader' : 'gridcell'}
      aria-readonly={cells && !may ? true : undefined}
      className={first ? `${styles.nameCell} ${styles.pinned}` : styles.cell}
      data-numeric={column.numeric || undefined}
      data-at={isAt || undefined}
      data-editing={isEdited || undefined}
    >
      {isEdited && cells ? (
        <Suspense fallback={content}>
          <Editing
            Editor={cells.Editor}
            stepOn={cells.stepOn}
            row={row}
            name={column.id}
            end={at >= count - 2}
            onClose={cells.close}
          />
        </Suspense>
      ) : (
        content
      )}
      {may && pointed && !isEdited && <Pencil label={textOf(column.label)} onEdit={() => cells?.edit(row, at)} />}
    </div>
  )
}
