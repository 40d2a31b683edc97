/** ＋ in the head and in the bottom bar: what can be created from here, the same list as the key C. */
import { Menu } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useIsPhone } from '../lib/use-is-phone.ts'
import { Icon } from '../ui/icon.tsx'
import { useImportable } from './may-import.ts'
import { paths } from './paths.ts'
import { useCreateMenu, useCreations, useOpenCreation } from './use-creation.ts'

/** `children` is the button it opens from. */
export function CreateMenu({ children }: { children: ReactElement }) {
  const { t } = useTranslation()
  const phone = useIsPhone()
  const menu = useCreateMenu()
  const open = useOpenCreation()
  const creations = useCreations()
  const importable = useImportable()
  return (
    <Menu position={phone ? 'top' : 'bottom-end'} width={phone ? 220 : 200} opened={menu.opened} onChange={menu.set}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown aria-label={t(($) => $.shell.newWhat)}>
        {creations.map((creation) => (
          <Menu.Item key={creation.id} leftSection={<Icon of={creation.icon} />} onClick={() => open(creation.id)}>
            {t(creation.titleKey)}
          </Menu.Item>
        ))}
        {importable.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} to={paths.newImport()} leftSection={<Icon of={IconUpload} />}>
              {t(($) => $.shell.importFile)}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
