/** Shown only when loading takes long enough to be noticed. */
import { useTranslation } from 'react-i18next'
import styles from './waiting.module.css'

export function Waiting({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.waiting} data-waiting role="status" aria-label={t(($) => $.shell.loading)}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.line} />
      ))}
    </div>
  )
}
