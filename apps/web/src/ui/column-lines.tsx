/** The columns of a list as lines: shown or not, and in which order. */
import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListState } from '../lib/list-state.ts'
import { useLabel } from '../lib/use-language.ts'
import { IconButton } from './button.tsx'
import styles from './column-picker.module.css'
import { visibleColumns, type GridColumn } from './record-grid/columns.ts'

type Props<R> = { columns: GridColumn<R>[]; state: ListState; onChange: (change: Partial<ListState>) => void }

/** Swaps a shown column with its neighbour. */
function moved(ids: string[], id: string, by: 1 | -1): string[] {
  const at = ids.indexOf(id)
  const other = ids[at + by]
  return other === undefined ? ids : ids.map((one) => (one === id ? other : one === other ? id : one))
}

function Moves({
  name,
  id,
  shown,
  onChange,
}: {
  name: string
  id: string
  shown: string[]
  onChange: (ids: string[]) => void
}) {
  const { t } = useTranslation()
  const move = (by: 1 | -1) => () => onChange(moved(shown, id, by))
  const up = t(($) => $.list.up, { name })
  const down = t(($) => $.list.down, { name })
  return (
    <span className={styles.moves}>
      <IconButton small icon={IconArrowUp} label={up} disabled={shown[0] === id} onClick={move(-1)} />
      <IconButton small icon={IconArrowDown} label={down} disabled={shown.at(-1) === id} onClick={move(1)} />
    </span>
  )
}

export default function ColumnLines<R>({ columns, state, onChange }: Props<R>) {
  const textOf = useLabel()
  const [, ...shown] = visibleColumns(columns, state.columns).map(({ id }) => id)
  const set = (ids: string[]) => onChange({ columns: ids })
  const hidden = columns.slice(1).filter(({ id }) => !shown.includes(id))
  const lines = [...shown.flatMap((id) => columns.find((column) => column.id === id) ?? []), ...hidden]
  return lines.map(({ id, label }) => {
    const name = textOf(label)
    const on = shown.includes(id)
    const toggle = () => set(on ? shown.filter((one) => one !== id) : [...shown, id])
    return (
      <li key={id} className={styles.line}>
        <Checkbox size="xs" radius={4} label={name} checked={on} onChange={toggle} />
        {on && <Moves name={name} id={id} shown={shown} onChange={set} />}
      </li>
    )
  })
}
