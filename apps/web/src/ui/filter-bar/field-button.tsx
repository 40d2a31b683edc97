/** A button under which the fields that may be asked open. Their list is loaded when it is first wanted: most lists are read as they stand. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState, type Ref } from 'react'
import { Icon } from '../icon.tsx'
import { Kbd } from '../kbd.tsx'
import styles from './filter-bar.module.css'

const load = () => import('./field-menu.tsx')
const FieldMenu = lazy(load)

type Props = {
  fields: Fields
  label: string
  /** The key that opens it from anywhere on the page. */
  keys?: string
  opened: boolean
  onOpened: (opened: boolean) => void
  onAdd: (name: string) => void
  ref?: Ref<HTMLButtonElement>
}

export function FieldButton({ fields, label, keys, opened, onOpened, onAdd, ref }: Props) {
  const [wanted, want] = useState(opened)
  if (opened && !wanted) want(true)
  const button = (
    <button
      ref={ref}
      type="button"
      className={styles.add}
      aria-expanded={opened}
      onPointerEnter={() => void load()}
      onClick={() => onOpened(!opened)}
    >
      <Icon of={IconPlus} size={14} />
      {label}
      {keys && <Kbd keys={keys} />}
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <FieldMenu fields={fields} opened={opened} onOpened={onOpened} onAdd={onAdd} label={label}>
        {button}
      </FieldMenu>
    </Suspense>
  )
}
