/** “Add filter”, key F: the fields that may be asked, found by typing. */
import { Menu } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../icon.tsx'
import { Kbd } from '../kbd.tsx'
import { filterable } from './conditions.ts'
import styles from './filter-bar.module.css'

type Props = { fields: Fields; onAdd: (name: string) => void }

function FieldItems({ fields, onAdd, typed }: Props & { typed: string }) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const wanted = typed.trim().toLowerCase()
  const offered = filterable(fields).filter(([name, field]) =>
    `${textOf(field.label)} ${name}`.toLowerCase().includes(wanted),
  )
  if (offered.length === 0) return <p className={styles.none}>{t(($) => $.list.noMatch)}</p>
  return offered.map(([name, field]) => (
    <Menu.Item key={name} onClick={() => onAdd(name)}>
      {textOf(field.label)}
    </Menu.Item>
  ))
}

export function AddFilter({ fields, onAdd }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const label = t(($) => $.filter.add)
  const find = t(($) => $.filter.find)
  useActions([{ id: 'filter:add', label, group: 'page', keys: 'F', run: () => setOpened(true) }])
  const search = (event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value)
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={240}
      onExitTransitionEnd={() => setTyped('')}
    >
      <Menu.Target>
        <button type="button" className={styles.add}>
          <Icon of={IconPlus} size={14} />
          {label}
          <Kbd keys="F" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.fieldMenu}>
        <Menu.Search value={typed} onChange={search} placeholder={find} aria-label={find} />
        <FieldItems fields={fields} onAdd={onAdd} typed={typed} />
      </Menu.Dropdown>
    </Menu>
  )
}
