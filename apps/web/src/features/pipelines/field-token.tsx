/** A field inside a sentence, found by typing among many. */
import { Combobox, useCombobox } from '@mantine/core'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './stage-criteria.module.css'

type Props = { fields: Fields; value: string; onChange: (name: string) => void }

function Options({ fields, typed }: { fields: Fields; typed: string }) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const wanted = typed.trim().toLowerCase()
  const offered = Object.entries(fields).filter(([name, field]) =>
    `${textOf(field.label)} ${name}`.toLowerCase().includes(wanted),
  )
  return (
    <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={t(($) => $.filter.find)}>
      {offered.map(([name, field]) => (
        <Combobox.Option key={name} value={name}>
          {textOf(field.label)}
        </Combobox.Option>
      ))}
      {offered.length === 0 && <Combobox.Empty>{t(($) => $.list.noMatch)}</Combobox.Empty>}
    </Combobox.Options>
  )
}

/** Opens with the cursor in its search. */
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

function Search({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  const { t } = useTranslation()
  const find = t(($) => $.filter.find)
  return (
    <Combobox.Search
      value={typed}
      placeholder={find}
      aria-label={find}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}

export function FieldToken({ fields, value, onChange }: Props) {
  const { t } = useTranslation('pipelines')
  const textOf = useLabel()
  const { picker, typed, type } = useFieldPicker()
  const field = fields[value]
  const name = field ? textOf(field.label) : value
  const choose = (chosen: string) => {
    picker.closeDropdown()
    onChange(chosen)
  }
  return (
    <Combobox store={picker} width={260} position="bottom-start" onOptionSubmit={choose}>
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={styles.token}
          aria-label={`${t(($) => $.field)}: ${name}`}
          aria-expanded={picker.dropdownOpened}
          onClick={() => picker.toggleDropdown()}
        >
          {name}
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Search typed={typed} onType={type} />
        <Options fields={fields} typed={typed} />
      </Combobox.Dropdown>
    </Combobox>
  )
}
