/** “Add filter”, key F. The list of fields is loaded when it is first wanted, as most lists are read as they stand. */
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { Icon } from '../icon.tsx'
import { Kbd } from '../kbd.tsx'
import styles from './filter-bar.module.css'

const load = () => import('./field-menu.tsx')
const FieldMenu = lazy(load)

type Props = { fields: Fields; onAdd: (name: string) => void }

export function AddFilter({ fields, onAdd }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [wanted, want] = useState(false)
  const label = t(($) => $.filter.add)
  const open = (next: boolean) => {
    want(true)
    setOpened(next)
  }
  useActions([{ id: 'filter:add', label, group: 'page', keys: 'F', run: () => open(true) }])
  const button = (
    <button
      type="button"
      className={styles.add}
      aria-expanded={opened}
      onPointerEnter={() => void load()}
      onClick={() => open(!opened)}
    >
      <Icon of={IconPlus} size={14} />
      {label}
      <Kbd keys="F" />
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <FieldMenu fields={fields} opened={opened} onOpened={setOpened} onAdd={onAdd}>
        {button}
      </FieldMenu>
    </Suspense>
  )
}
