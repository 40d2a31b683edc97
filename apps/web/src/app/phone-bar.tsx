/** The head of the shell on a phone: the box that finds everything. */
import styles from './phone-bar.module.css'
import { FindButton } from './palette/find-button.tsx'

export function PhoneBar() {
  return (
    <header className={styles.bar}>
      <FindButton />
    </header>
  )
}
