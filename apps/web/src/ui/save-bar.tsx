/** At the foot of what is edited as a whole: how much differs from what is stored, and the two ways on. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './save-bar.module.css'

type Props = {
  /** Nothing is shown at none. */
  changes: number
  busy: boolean
  /** Something has to be decided first. */
  held?: boolean
  onSave: () => void
  onDiscard: () => void
  /** What the change will do, or why it was refused. */
  children?: ReactNode
}

export function SaveBar({ changes, busy, held = false, onSave, onDiscard, children }: Props) {
  const { t } = useTranslation()
  if (changes === 0) return null
  return (
    <div className={styles.bar} role="region" aria-label={t(($) => $.form.unsaved)}>
      <span className={styles.count}>{t(($) => $.form.changes, { count: changes })}</span>
      <div className={styles.words}>{children}</div>
      <Button tone="quiet" onClick={onDiscard}>
        {t(($) => $.form.discardChanges)}
      </Button>
      <Button tone="primary" busy={busy} disabled={held} onClick={onSave}>
        {t(($) => $.action.save)}
      </Button>
    </div>
  )
}
