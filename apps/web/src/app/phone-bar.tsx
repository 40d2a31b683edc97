/** The head of the shell on a phone: the box that finds everything, and the bell. */
import { NotificationBell } from './notifications.tsx'
import styles from './phone-bar.module.css'
import { FindButton } from './palette/find-button.tsx'

export function PhoneBar() {
  return (
    <header className={styles.bar}>
      <FindButton />
      <NotificationBell />
    </header>
  )
}
