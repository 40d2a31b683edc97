/** ＋新建: what can be created from here, the same list as the key C. */
import { Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from './session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { creations, type Creation } from './create.ts'
import { useCreateMenu, useOpenCreation } from './use-creation.ts'

/** The creations whose right is held. */
export function useCreations(): Creation[] {
  const may = useMay()
  return creations.filter((creation) => may(creation.permission))
}

export function CreateItems() {
  const { t } = useTranslation()
  const open = useOpenCreation()
  return useCreations().map((creation) => (
    <Menu.Item key={creation.id} leftSection={<Icon of={creation.icon} />} onClick={() => open(creation.id)}>
      {t(creation.titleKey)}
    </Menu.Item>
  ))
}

export function CreateMenu() {
  const { t } = useTranslation()
  const offered = useCreations()
  const menu = useCreateMenu()
  if (offered.length === 0) return null
  return (
    <Menu position="bottom-end" width={200} opened={menu.opened} onChange={menu.set}>
      <Menu.Target>
        <Button tone="quiet" icon={IconPlus} keys="C">
          {t(($) => $.shell.new)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t(($) => $.shell.newWhat)}>
        <CreateItems />
      </Menu.Dropdown>
    </Menu>
  )
}
