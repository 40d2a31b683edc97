/** A small file to try with, in the reader's language: the columns people usually have, and three rows. */
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../lib/use-language.ts'
import { Icon } from '../../ui/icon.tsx'
import { sampleRows, type SampleEntity } from './sample-rows.ts'
import styles from './start.module.css'

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** With a BOM, so that spreadsheets read it as UTF-8. */
const asCsv = (rows: readonly (readonly string[])[]) =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** An address for a text made here, as long as it is shown. */
function useFileAddress(text: string): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [text])
  return address
}

export function SampleFile({ entity }: { entity: SampleEntity }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const address = useFileAddress(asCsv(sampleRows[entity][language]))
  return (
    <p className={styles.sample}>
      {t(($) => $.sampleText)}
      {address && (
        <a href={address} download={`${entity}-${language}.csv`}>
          <Icon of={IconDownload} size={14} />
          {t(($) => $.sampleFile)}
        </a>
      )}
    </p>
  )
}
