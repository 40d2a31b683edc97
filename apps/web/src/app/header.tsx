/** The head of the shell: where one is, ＋, help, account. */
import { IconHelp, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/button.tsx'
import { AccountMenu } from './account-menu.tsx'
import { CreateMenu } from './create-menu.tsx'
import styles from './header.module.css'
import { RecentTray } from './jobs.tsx'
import { NotificationBell } from './notifications.tsx'
import { FindButton } from './palette/find-button.tsx'
import { openShortcuts } from './shortcut-sheet.ts'
import { useCreations } from './use-creation.ts'

function Create() {
  const { t } = useTranslation()
  if (useCreations().length === 0) return null
  return (
    <CreateMenu>
      <Button tone="quiet" icon={IconPlus} keys="C">
        {t(($) => $.shell.new)}
      </Button>
    </CreateMenu>
  )
}

export function Header({ crumbs }: { crumbs: (slot: HTMLElement | null) => void }) {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <div ref={crumbs} className={styles.crumbs} />
      <FindButton />
      <Create />
      <RecentTray />
      <NotificationBell />
      <IconButton icon={IconHelp} label={t(($) => $.shell.help)} onClick={openShortcuts} />
      <AccountMenu />
    </header>
  )
}
