/** By which field the records of a list stand together, or that they do not. */
import { Menu } from '@mantine/core'
import { groupableFields } from '@rapport/domain/filter/group.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { IconStack2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../lib/use-language.ts'
import styles from './filter-bar/filter-bar.module.css'
import { Icon } from './icon.tsx'

type Props = { fields: Fields; value: string | null; onChange: (value: string | null) => void }

export function GroupMenu({ fields, value, onChange }: Props) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const offered = groupableFields(fields)
  const chosen = offered.find(([name]) => name === value)
  const words = t(($) => $.list.group)
  if (offered.length === 0) return null
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <button
          type="button"
          className={styles.tool}
          aria-label={chosen ? `${words}: ${textOf(chosen[1].label)}` : undefined}
        >
          <Icon of={IconStack2} size={15} />
          {chosen ? textOf(chosen[1].label) : words}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.fieldMenu}>
        <Menu.RadioGroup value={chosen ? chosen[0] : ''} onChange={(name) => onChange(name || null)}>
          <Menu.RadioItem value="" closeMenuOnClick>
            {t(($) => $.list.ungrouped)}
          </Menu.RadioItem>
          {offered.map(([name, { label }]) => (
            <Menu.RadioItem key={name} value={name} closeMenuOnClick>
              {textOf(label)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
