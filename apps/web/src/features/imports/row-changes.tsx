/** What the row would change in the record it meets: old → new. */
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { shownValue, titleOf } from './changed-words.ts'
import type { Import, Row } from './imports.queries.ts'
import styles from './row-panel.module.css'

export function RowChanges({ of, row }: { of: Import; row: Row }) {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  if (!row.record || row.changes.length === 0) return null
  return (
    <section className={styles.changes} aria-label={t(($) => $.changesIn, { record: row.record.label })}>
      <p className={styles.quiet}>{t(($) => $.changesIn, { record: row.record.label })}</p>
      <ul>
        {row.changes.map(({ field, old, new: next }) => (
          <li key={field}>
            <span className={styles.quiet}>{titleOf(of, field, textOf)}</span> {shownValue(old)} →{' '}
            <b>{shownValue(next)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
