/** What a screen shows one of, by its name; a click offers the others. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './picker.module.css'

type Option = { value: string; label: ReactNode }
type Props = {
  /** What is chosen here: “Pipeline”. */
  label: string
  /** The name of what is chosen. */
  shown: string
  value: string
  options: Option[]
  onChange: (value: string) => void
  width?: number
}

export function Picker({ label, shown, value, options, onChange, width = 240 }: Props) {
  return (
    <Menu position="bottom-start" width={width}>
      <Menu.Target>
        <button type="button" className={styles.picker} aria-label={`${label}: ${shown}`}>
          <span>{shown}</span>
          <Icon of={IconChevronDown} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={value} onChange={onChange}>
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
