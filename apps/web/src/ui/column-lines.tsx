/** The columns of a list as lines: shown or not, and in which order – by dragging, by buttons, by Alt and an arrow key. */
import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../lib/list-state.ts'
import { useLabel } from '../lib/use-language.ts'
import { IconButton } from './button.tsx'
import { placed, swapped } from './column-order.ts'
import styles from './column-picker.module.css'
import { Icon } from './icon.tsx'
import { visibleColumns, withOrder, type GridColumn } from './record-grid/columns.ts'
import { useSortable } from './use-sortable.ts'

type Props<R> = { columns: GridColumn<R>[]; state: ListState; onChange: (change: Partial<ListState>) => void }
type LineProps = { id: string; name: string; shown: string[]; onChange: (ids: string[]) => void }

const step: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 }

function Moves({ name, id, shown, onChange }: LineProps) {
  const { t } = useTranslation()
  const move = (by: 1 | -1) => () => onChange(swapped(shown, id, by))
  const up = t(($) => $.list.up, { name })
  const down = t(($) => $.list.down, { name })
  return (
    <span className={styles.moves}>
      <IconButton small icon={IconArrowUp} label={up} disabled={shown[0] === id} onClick={move(-1)} />
      <IconButton small icon={IconArrowDown} label={down} disabled={shown.at(-1) === id} onClick={move(1)} />
    </span>
  )
}

function Line(props: LineProps) {
  const { id, name, shown, onChange } = props
  const on = shown.includes(id)
  const drop = (dragged: string, edge: 'top' | 'bottom') => onChange(placed(shown, dragged, id, edge))
  const { setRow, setGrip, edge } = useSortable({ id, list: 'columns', enabled: on, onDrop: (...at) => drop(...at) })
  const toggle = () => onChange(on ? shown.filter((one) => one !== id) : [...shown, id])
  const press = (event: KeyboardEvent) => {
    const by = event.altKey && on ? step[event.key] : undefined
    if (!by) return
    event.preventDefault()
    onChange(swapped(shown, id, by))
  }
  return (
    <li ref={setRow} className={styles.line} data-edge={edge ?? undefined}>
      <span ref={setGrip} className={styles.grip} data-on={on || undefined} aria-hidden>
        {on && <Icon of={IconGripVertical} size={14} />}
      </span>
      <Checkbox size="xs" radius={4} label={name} checked={on} onChange={toggle} onKeyDown={press} />
      {on && <Moves {...props} />}
    </li>
  )
}

export default function ColumnLines<R>({ columns, state, onChange }: Props<R>) {
  const textOf = useLabel()
  const [, ...shown] = visibleColumns(columns, state.columns).map(({ id }) => id)
  const hidden = columns.slice(1).filter(({ id }) => !shown.includes(id))
  const lines = [...shown.flatMap((id) => columns.find((column) => column.id === id) ?? []), ...hidden]
  const set = (ids: string[]) => onChange({ columns: withOrder(columns, state.columns, ids) })
  return lines.map(({ id, label }) => <Line key={id} id={id} name={textOf(label)} shown={shown} onChange={set} />)
}
