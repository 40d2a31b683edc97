/** The bell in the head of the shell: how much is unread, and the way to it. */
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useActions } from '../../lib/actions.ts'
import { IconButton } from '../../ui/button.tsx'
import { newsQuery } from './notifications.queries.ts'
import styles from './notifications.module.css'
import { useNews } from './use-news.ts'

const NotificationPanel = lazy(() => import('./notification-panel.tsx'))
const nothing = { todo: 0, mention: 0, system: 0 }
const MANY = 99

export default function NotificationBell() {
  const { t } = useTranslation('notifications')
  const [opened, setOpened] = useState(false)
  const { data: news } = useQuery(newsQuery)
  const { unread } = news ?? { unread: nothing }
  const count = unread.todo + unread.mention + unread.system
  const navigate = useNavigate()
  const { pathname } = useLocation()
  useNews(news, () => setOpened(true), opened || pathname === paths.inbox)
  useActions([
    { id: 'notifications', label: t(($) => $.title), group: 'go', keys: 'G I', run: () => setOpened(true) },
    { id: 'inbox', label: t(($) => $.inbox), group: 'go', keys: 'G B', run: () => void navigate(paths.inbox) },
  ])
  return (
    <span className={styles.bell}>
      <IconButton
        icon={IconBell}
        label={count > 0 ? t(($) => $.bell, { count }) : t(($) => $.title)}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      />
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count > MANY ? `${MANY}+` : count}
        </span>
      )}
      <Suspense>{opened && <NotificationPanel unread={unread} onClose={() => setOpened(false)} />}</Suspense>
    </span>
  )
}
