/** A page that has nothing but a sentence and the way out: not found, not allowed, broken. */
import type { ReactNode } from 'react'
import styles from './message.module.css'

export function Message({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.message}>
      <title>{`${title} · Rapport`}</title>
      <h1>{title}</h1>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}
