/** A small file to try with, in the reader's language: the columns people usually have, and three rows. */
import { csvLine } from '@rapport/domain/csv.ts'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { sampleRows, type SampleEntity } from './sample-rows.ts'
import styles from './start.module.css'

/** With a BOM, so that spreadsheets read it as UTF-8. */
const asCsv = (rows: readonly (readonly string[])[]) => `\ufeff${rows.map(csvLine).join('')}`

export function SampleFile({ entity }: { entity: SampleEntity }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const text = asCsv(sampleRows[entity][language])
  return (
    <p className={styles.sample}>
      {t(($) => $.sampleText)}
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`} download={`${entity}-${language}.csv`}>
        <Icon of={IconDownload} size={14} />
        {t(($) => $.sampleFile)}
      </a>
    </p>
  )
}
