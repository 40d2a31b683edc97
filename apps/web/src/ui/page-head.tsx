/** The first line of a screen: title, what it counts, and what can be done; sets the title of the document. */
import type { ReactNode } from 'react'
import styles from './page-head.module.css'

type Props = {
  title: string
  /** Beside the title: a count, a picker. */
  summary?: ReactNode
  /** On a phone the summary is too long to stand beside the title. */
  summaryBelow?: boolean
  /** At the right edge; the last one may be the filled button. */
  actions?: ReactNode
}

export function PageHead({ title, summary, summaryBelow, actions }: Props) {
  return (
    <header className={styles.head}>
      <title>{`${title} · Rapport`}</title>
      <h1 className={styles.title}>{title}</h1>
      {summary && (
        <div className={styles.summary} data-below={summaryBelow || undefined} data-figure>
          {summary}
        </div>
      )}
      <div className={styles.actions}>{actions}</div>
    </header>
  )
}
