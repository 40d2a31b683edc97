/** What happened, newest first, under the months it happened in. The room turns its events into entries. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, monthOf } from '../lib/format-dates.ts'
import { useFormat } from '../lib/use-format.ts'
import { Button } from './button.tsx'
import { Icon, type IconType } from './icon.tsx'
import { Chip } from './marks/chip.tsx'
import styles from './timeline.module.css'

export type TimelineEntry = {
  id: string
  /** ISO instant. */
  at: string
  icon: IconType
  tone?: 'plain' | 'risk' | 'ok'
  /** One line; names and values in <b>. */
  title: ReactNode
  /** The department it belongs to, where that is not the reader's own. */
  badge?: string
  /** More lines below, quieter. */
  body?: ReactNode
  /** What belongs to it and is reached from here: files. */
  below?: ReactNode
  /** What else it is about, after the title: a way there. */
  about?: ReactNode
  /** On its way to the server, not yet answered. */
  isSending?: boolean
  /** At the right edge: what can be done with it. */
  aside?: ReactNode
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const format = useFormat()
  return (
    <li className={styles.entry} data-tone={entry.tone ?? 'plain'} aria-busy={entry.isSending || undefined}>
      <span className={styles.icon}>
        <Icon of={entry.icon} size={14} />
      </span>
      <div className={styles.words}>
        <div className={styles.line}>
          <p className={styles.title}>
            {entry.title} {entry.badge && <Chip>{entry.badge}</Chip>}
          </p>
          <time dateTime={entry.at} title={format.dateTime(entry.at)} className={styles.when}>
            {format.shortDateTime(entry.at)}
          </time>
          {entry.aside && <span className={styles.aside}>{entry.aside}</span>}
        </div>
        {entry.about && <div className={styles.about}>{entry.about}</div>}
        {entry.body && <div className={styles.body}>{entry.body}</div>}
        {entry.below}
      </div>
    </li>
  )
}

/** Entries in a row of the same month. */
function byMonth(entries: TimelineEntry[], timeZone: string): [string, TimelineEntry[]][] {
  const groups = Map.groupBy(entries, (entry) => dayOf(new Date(entry.at), timeZone).slice(0, 7))
  return [...groups]
}

type Props = {
  label: string
  /** Above all months. */
  pinned?: TimelineEntry[]
  entries: TimelineEntry[]
  /** What is said where there is nothing. */
  empty?: string
  hasMore?: boolean
  onMore?: () => void
  busy?: boolean
}

export function Timeline({ label, pinned = [], entries, empty, hasMore, onMore, busy = false }: Props) {
  const { t } = useTranslation()
  const { reader } = useFormat()
  const months = byMonth(entries, reader.timeZone).map(([month, own]) => ({
    head: monthOf(`${month}-01`, reader, new Date()),
    own,
  }))
  const sections = pinned.length > 0 ? [{ head: t(($) => $.timeline.pinned), own: pinned }, ...months] : months
  if (sections.length === 0) return <p className={styles.none}>{empty ?? t(($) => $.timeline.empty)}</p>
  return (
    <div role="group" aria-label={label}>
      {sections.map(({ head, own }) => (
        <section key={head}>
          <h3 className={styles.month}>{head}</h3>
          <ol>
            {own.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore && (
        <Button small tone="quiet" busy={busy} onClick={onMore}>
          {t(($) => $.timeline.more)}
        </Button>
      )}
    </div>
  )
}
