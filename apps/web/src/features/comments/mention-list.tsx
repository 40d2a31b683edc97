/** The people on offer below the box. */
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/marks/avatar.tsx'
import type { Reader } from './comments.queries.ts'
import styles from './comments.module.css'

type Props = { id: string; readers: Reader[]; current: number; onChoose: (reader: Reader) => void }

export function MentionList({ id, readers, current, onChoose }: Props) {
  const { t } = useTranslation('comments')
  if (readers.length === 0) return <p className={styles.nobody}>{t(($) => $.nobody)}</p>
  return (
    <div role="listbox" id={id} aria-label={t(($) => $.whom)} className={styles.people}>
      {readers.map((reader, at) => (
        <div
          key={reader.id}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === current}
          className={styles.person}
          // The text keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(reader)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(reader)}
        >
          <Avatar name={reader.label} />
          {reader.label}
          {reader.blind && <span className={styles.blind}>{t(($) => $.blind)}</span>}
        </div>
      ))}
    </div>
  )
}
