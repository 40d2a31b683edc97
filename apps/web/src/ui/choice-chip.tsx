/** A value inside a sentence or a table that opens the other values: reads as a word, works as a menu. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import styles from './choice-chip.module.css'
import { Icon } from './icon.tsx'

type Props<T extends string> = {
  /** What is chosen here, for screen readers. */
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  disabled?: boolean
  /** Plain text in the colour of what surrounds it. */
  quiet?: boolean
}

export function ChoiceChip<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
  quiet = false,
}: Props<T>) {
  const chosen = options.find((option) => option.value === value)?.label ?? value
  return (
    <Menu position="bottom-start" disabled={disabled}>
      <Menu.Target>
        <button
          type="button"
          className={styles.chip}
          data-quiet={quiet || undefined}
          aria-label={`${label}: ${chosen}`}
          disabled={disabled}
        >
          {chosen}
          {!disabled && <Icon of={IconChevronDown} size={12} />}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.RadioGroup value={value} onChange={(next) => onChange(next as T)}>
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
