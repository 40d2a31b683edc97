/** The views on a phone: one menu instead of tabs. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import styles from './saved-views.module.css'
import type { ViewActs } from './use-view-acts.ts'
import type { Views } from './use-views.ts'
import { ViewItems } from './view-items.tsx'

export function ViewPicker({ of, all, acts }: { of: Views; all: string; acts: ViewActs }) {
  const { t } = useTranslation()
  const { views, view } = of
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={styles.picker}
          aria-label={t(($) => $.view.choose, { name: view?.label ?? all })}
        >
          <span className={styles.label}>{view?.label ?? all}</span>
          <Icon of={IconChevronDown} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.RadioGroup value={view?.id ?? ''} onChange={(id) => of.open(id || undefined)}>
          <Menu.RadioItem value="" closeMenuOnClick>
            {all}
          </Menu.RadioItem>
          {views.map(({ id, label }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <ViewItems view={view} acts={acts} />
      </Menu.Dropdown>
    </Menu>
  )
}
