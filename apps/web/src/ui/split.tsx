/**
 * Two panes that share the sheet: a list of things to set up, and the one chosen. On phones one at a time, with the way
 * back on top of the second.
 */
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../lib/use-is-phone.ts'
import { Icon } from './icon.tsx'
import styles from './split.module.css'

type Props = {
  list: ReactNode
  /** The pane of what is chosen; null while nothing is. */
  detail: ReactNode
  onBack: () => void
  /** The list's width in pixels. */
  width?: number
}

export function Split({ list, detail, onBack, width = 400 }: Props) {
  const { t } = useTranslation()
  const phone = useIsPhone()
  if (phone && detail) {
    return (
      <div className={styles.detail}>
        <button type="button" className={styles.back} onClick={onBack}>
          <Icon of={IconChevronLeft} />
          {t(($) => $.action.back)}
        </button>
        {detail}
      </div>
    )
  }
  return (
    <div className={styles.split} style={phone ? undefined : { gridTemplateColumns: `${width}px minmax(0, 1fr)` }}>
      <div className={styles.list}>{list}</div>
      {!phone && <div className={styles.detail}>{detail}</div>}
    </div>
  )
}

/** The rows of the first pane; arrow keys are the browser's own between buttons. */
export const SplitList = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={styles.rows} aria-label={label}>
    {children}
  </ul>
)

type RowProps = {
  chosen: boolean
  onChoose: () => void
  title: ReactNode
  /** A second, quieter line: the name in the other language. */
  note?: ReactNode
  /** At the right edge: a count. */
  aside?: ReactNode
  /** How deep it stands in a tree. */
  depth?: number
}

export function SplitRow({ chosen, onChoose, title, note, aside, depth = 0 }: RowProps) {
  return (
    <li>
      <button type="button" className={styles.row} aria-current={chosen || undefined} onClick={onChoose}>
        {depth > 0 && <span style={{ width: depth * 20 }} />}
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          {note && <span className={styles.note}>{note}</span>}
        </span>
        {aside !== undefined && (
          <span className={styles.aside} data-figure>
            {aside}
          </span>
        )}
      </button>
    </li>
  )
}

/** The head of the second pane. */
export function SplitHead({ title, chips, actions }: { title: string; chips?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      {chips}
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}

/** What scrolls under the head. */
export const SplitBody = ({ children }: { children: ReactNode }) => <div className={styles.body}>{children}</div>
