/** The fields that may be asked, found by typing; opens as soon as it is there. */
import { Combobox, useCombobox } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { filterable } from './conditions.ts'
import styles from './filter-bar.module.css'

type Props = {
  fields: Fields
  opened: boolean
  onOpened: (opened: boolean) => void
  onAdd: (name: string) => void
  /** What the list is for, as the button says. */
  label: string
  /** The button under which it opens. */
  children: ReactElement
}

function Options({ fields, typed, label }: { fields: Fields; typed: string; label: string }) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const wanted = typed.trim().toLowerCase()
  const offered = filterable(fields).filter(([name, field]) =>
    `${textOf(field.label)} ${name}`.toLowerCase().includes(wanted),
  )
  return (
    <Combobox.Options aria-label={label}>
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
function useFieldPicker(opened: boolean, onOpened: (opened: boolean) => void) {
  const [typed, setTyped] = useState('')
  const picker = useCombobox({
    opened,
    onOpenedChange: onOpened,
    onDropdownClose: () => {
      picker.resetSelectedOption()
      setTyped('')
    },
  })
  // Opened from outside, so it is no event of its own.
  useEffect(() => {
    if (opened) picker.focusSearchInput()
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened])
  const type = (text: string) => {
    setTyped(text)
    picker.selectFirstOption()
  }
  return { picker, typed, type }
}

export default function FieldMenu({ fields, opened, onOpened, onAdd, label, children }: Props) {
  const { t } = useTranslation()
  const { picker, typed, type } = useFieldPicker(opened, onOpened)
  const find = t(($) => $.filter.find)
  const choose = (name: string) => {
    picker.closeDropdown()
    onAdd(name)
  }
  return (
    <Combobox store={picker} width={240} position="bottom-start" onOptionSubmit={choose}>
      <Combobox.Target withAriaAttributes={false}>{children}</Combobox.Target>
      <Combobox.Dropdown className={styles.fieldMenu}>
        <Combobox.Search
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          placeholder={find}
          aria-label={find}
        />
        <Options fields={fields} typed={typed} label={label} />
      </Combobox.Dropdown>
    </Combobox>
  )
}
