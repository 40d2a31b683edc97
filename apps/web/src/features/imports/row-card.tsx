/** A row of the file on a phone: where it stands, what would become of it, and why. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import type { Import, Row } from './imports.queries.ts'
import styles from './imports.module.css'
import { nameOf, Verdict, wordsOf } from './row-columns.tsx'

export function RowCard({ of, row }: { of: Import; row: Row }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const textOf = useLabel()
  return (
    <span className={styles.card}>
      <span className={styles.cardLine}>
        <b className={styles.cut}>{nameOf(of, row)}</b>
        <Verdict row={row} />
      </span>
      <span className={styles.cardLine} data-quiet>
        <span className={styles.cut}>
          {t(($) => $.row, { row: format.number(row.rowNo) })} {wordsOf(of, row, textOf)}
        </span>
      </span>
    </span>
  )
}
