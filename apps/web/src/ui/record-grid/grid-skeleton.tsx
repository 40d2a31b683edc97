/** Rows before they are known: same heights, so that nothing jumps; shown only when waiting is noticed. */
import { useTranslation } from 'react-i18next'
import styles from './grid-skeleton.module.css'

export function GridSkeleton({ rows = 14 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status" aria-label={t(($) => $.shell.loading)}>
      <div className={styles.head} />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <span />
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
