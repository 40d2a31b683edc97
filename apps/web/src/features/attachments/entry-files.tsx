/** The files of an entry of a timeline. */
import { useTranslation } from 'react-i18next'
import styles from './attachments.module.css'
import type { Attachment } from './attachments.queries.ts'
import { FileLine } from './file-line.tsx'

export default function EntryFiles({ files }: { files: readonly Attachment[] }) {
  const { t } = useTranslation('attachments')
  return (
    <ul className={styles.files} aria-label={t(($) => $.title)}>
      {files.map((file) => (
        <FileLine key={file.id} file={file} />
      ))}
    </ul>
  )
}
