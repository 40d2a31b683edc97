/** The head of the shell: where one is, ＋, help, account. */
import { IconHelp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/button.tsx'
import { AccountMenu } from './account-menu.tsx'
import { CreateMenu } from './create-menu.tsx'
import styles from './header.module.css'
import { openShortcuts } from './shortcut-sheet.tsx'

export function Header({ crumbs }: { crumbs: (slot: HTMLElement | null) => void }) {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <div ref={crumbs} className={styles.crumbs} />
      <CreateMenu />
      <IconButton icon={IconHelp} label={t(($) => $.shell.help)} onClick={openShortcuts} />
      <AccountMenu />
    </header>
  )
}
