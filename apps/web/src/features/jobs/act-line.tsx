/** One act of the last day that can still be taken back. */
import { useTranslation } from 'react-i18next'
import type { Act } from '../../lib/acts.ts'
import { Button } from '../../ui/button.tsx'
import { When } from '../../ui/when.tsx'
import styles from './jobs.module.css'

export function ActLine({ act: { text, at, undo } }: { act: Act }) {
  const { t } = useTranslation()
  return (
    <div className={styles.line}>
      <span className={styles.title}>{text}</span>
      <span className={styles.result}>
        <When at={new Date(at).toISOString()} />
      </span>
      <div className={styles.acts}>
        <Button small tone="quiet" onClick={undo}>
          {t(($) => $.action.undo)}
        </Button>
      </div>
    </div>
  )
}
