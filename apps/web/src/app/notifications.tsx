/** The bell of who is signed in, in the shell; what it says and opens comes after the screen stands, in the place kept for it. */
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { loadTexts } from '../lib/i18n.ts'
import { IconButton } from '../ui/button.tsx'

const Bell = lazy(async () => {
  const [bell] = await Promise.all([
    import('../features/notifications/notification-bell.tsx'),
    loadTexts('notifications'),
  ])
  return bell
})

export function NotificationBell() {
  const { t } = useTranslation()
  return (
    <Suspense fallback={<IconButton icon={IconBell} label={t(($) => $.shell.notifications)} disabled />}>
      <Bell />
    </Suspense>
  )
}
