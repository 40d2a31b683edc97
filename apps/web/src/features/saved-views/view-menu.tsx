/** Beside the tabs: what can be done with the view that is open. */
import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import type { ViewActs } from './use-view-acts.ts'
import type { Views } from './use-views.ts'
import { ViewItems } from './view-items.tsx'

export function ViewMenu({ of: { view }, acts }: { of: Views; acts: ViewActs }) {
  const { t } = useTranslation()
  if (!view) return null
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <IconButton small icon={IconDots} label={t(($) => $.view.more, { name: view.label })} />
      </Menu.Target>
      <Menu.Dropdown>
        <ViewItems view={view} acts={acts} />
      </Menu.Dropdown>
    </Menu>
  )
}
