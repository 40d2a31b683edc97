/** A file on its way, or the reason why it did not arrive. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import styles from './attachments.module.css'
import type { Upload } from './use-uploads.ts'

type Props = { upload: Upload; send: () => void; drop: () => void }

export function UploadLine({ upload, send, drop }: Props) {
  const { t } = useTranslation('attachments')
  const { file, problem } = upload
  if (problem === null)
    return (
      <li>
        <div className={styles.sending} role="status">
          <span className={styles.bar} aria-hidden />
          {t(($) => $.sending, { name: file.name })}
        </div>
      </li>
    )
  return (
    <li>
      <div className={styles.failed} role="alert">
        <span className={styles.words}>
          <b>{file.name}</b>
          <span className={styles.problem}>{problem}</span>
        </span>
        {!upload.unfit && (
          <Button small onClick={send}>
            {t(($) => $.again)}
          </Button>
        )}
        <Button small tone="quiet" onClick={drop}>
          {t(($) => $.letGo)}
        </Button>
      </div>
    </li>
  )
}
