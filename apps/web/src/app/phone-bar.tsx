/** The head of the shell on a phone: the box that finds everything, what goes on in the background, and the bell. */
import { RecentTray } from './jobs.tsx'
import { NotificationBell } from './notifications.tsx'
import styles from './phone-bar.module.css'
import { FindButton } from './palette/find-button.tsx'

export function PhoneBar() {
  return (
    <header className={styles.bar}>
      <FindButton />
      <RecentTray />
      <NotificationBell />
    </header>
  )
}
