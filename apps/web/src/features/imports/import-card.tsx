/** An import on a phone: the file, what became of it. */
import { importFields } from '@rapport/domain/features/imports/imports.fields.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { When } from '../../ui/when.tsx'
import { ImportState } from './import-state.tsx'
import type { ListedImport } from './imports.queries.ts'
import styles from './imports.module.css'

export function ImportCard({ of }: { of: ListedImport }) {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  const format = useFormat()
  const rows = t(($) => $.rows, { count: of.rowCount, shown: format.number(of.rowCount) })
  return (
    <span className={styles.card}>
      <span className={styles.cardLine}>
        <b className={styles.cut}>{of.fileName}</b>
        <ImportState status={of.status} />
      </span>
      <span className={styles.cardLine} data-quiet>
        <span className={styles.cut}>
          {textOf(choiceLabel(importFields.entity, of.entity))} · {rows} · {textOf(of.owner.label)}
        </span>
        <When at={of.startedAt} />
      </span>
    </span>
  )
}
