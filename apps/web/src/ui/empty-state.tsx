/** Nothing here yet: what the thing is for, and one way to begin. “Nothing matches” is another state, see `NoMatch`. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './empty-state.module.css'
import { Icon, type IconType } from './icon.tsx'

type Props = { icon: IconType; title: string; children?: ReactNode; actions?: ReactNode }

export function EmptyState({ icon, title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.mark}>
        <Icon of={icon} size={20} />
      </span>
      <h2>{title}</h2>
      {children && <p className={styles.text}>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** The conditions hold nothing; clearing them is the way out. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.empty}>
      <p className={styles.text}>{t(($) => $.list.emptyFiltered)}</p>
      <div className={styles.actions}>
        <Button onClick={onClear}>{t(($) => $.list.clearFilters)}</Button>
      </div>
    </div>
  )
}
