/** A choice inside a line of text: a tinted token that says what is chosen and opens a menu. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './token-menu.module.css'

type Props = {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
  /** May be left open. */
  optional?: boolean
  invalid?: boolean
}

export function TokenMenu({ label, value, options, onChange, optional, invalid }: Props) {
  const { t } = useTranslation()
  const chosen = options.find((option) => option.value === value)
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <button type="button" className={styles.token} data-invalid={invalid || undefined}>
          <span>{label}</span> {chosen && <b>{chosen.label}</b>}
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={value} onChange={onChange}>
          {optional && <Menu.RadioItem value="">{t(($) => $.token.none)}</Menu.RadioItem>}
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value}>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
