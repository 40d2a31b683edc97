/** Which pipeline the board shows. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './opportunities.module.css'

type Props = { of: { id: string; label: Label }[]; value: string; onChange: (id: string) => void }

export function PipelinePicker({ of, value, onChange }: Props) {
  const { t } = useTranslation('opportunities')
  const textOf = useLabel()
  const name = textOf(of.find(({ id }) => id === value)?.label ?? '')
  if (of.length < 2) return <span>{name}</span>
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={styles.pipeline} aria-label={`${t(($) => $.pipeline)}: ${name}`}>
          <span>{name}</span>
          <Icon of={IconChevronDown} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={value} onChange={onChange}>
          {of.map(({ id, label }) => (
            <Menu.RadioItem key={id} value={id}>
              {textOf(label)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
