/** “Add filter”, key F: the fields that may be asked, found by typing. */
import { Combobox, useCombobox } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../icon.tsx'
import { Kbd } from '../kbd.tsx'
import { filterable } from './conditions.ts'
import styles from './filter-bar.module.css'

type Props = { fields: Fields; onAdd: (name: string) => void }

function Options({ fields, typed }: { fields: Fields; typed: string }) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const wanted = typed.trim().toLowerCase()
  const offered = filterable(fields).filter(([name, field]) =>
    `${textOf(field.label)} ${name}`.toLowerCase().includes(wanted),
  )
  return (
    <Combobox.Options aria-label={t(($) => $.filter.add)}>
      {offered.map(([name, field]) => (
        <Combobox.Option key={name} value={name}>
          {textOf(field.label)}
        </Combobox.Option>
      ))}
      {offered.length === 0 && <Combobox.Empty>{t(($) => $.list.noMatch)}</Combobox.Empty>}
    </Combobox.Options>
  )
}

/** Opens with the cursor in its search; what was typed is gone when it opens again. */
function useFieldPicker() {
  const [typed, setTyped] = useState('')
  const picker = useCombobox({
    onDropdownOpen: () => picker.focusSearchInput(),
    onDropdownClose: () => {
      picker.resetSelectedOption()
      setTyped('')
    },
  })
  const type = (text: string) => {
    setTyped(text)
    picker.selectFirstOption()
  }
  return { picker, typed, type }
}

export function AddFilter({ fields, onAdd }: Props) {
  const { t } = useTranslation()
  const { picker, typed, type } = useFieldPicker()
  const label = t(($) => $.filter.add)
  const find = t(($) => $.filter.find)
  useActions([{ id: 'filter:add', label, group: 'page', keys: 'F', run: () => picker.openDropdown() }])
  const choose = (name: string) => {
    picker.closeDropdown()
    onAdd(name)
  }
  return (
    <Combobox store={picker} width={240} position="bottom-start" onOptionSubmit={choose}>
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={styles.add}
          aria-expanded={picker.dropdownOpened}
          onClick={() => picker.toggleDropdown()}
        >
          <Icon of={IconPlus} size={14} />
          {label}
          <Kbd keys="F" />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.fieldMenu}>
        <Combobox.Search
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          placeholder={find}
          aria-label={find}
        />
        <Options fields={fields} typed={typed} />
      </Combobox.Dropdown>
    </Combobox>
  )
}
