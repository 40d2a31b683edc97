/** The key, shown now and never again. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../ui/copy-line.tsx'
import styles from './api-keys.module.css'
import type { ApiKeyMade } from './api-keys.queries.ts'

export function KeyDialog({ made, onClose }: { made: ApiKeyMade; onClose: () => void }) {
  const { t } = useTranslation('apiKeys')
  return (
    <Modal opened onClose={onClose} title={made.label} size={600} centered closeOnClickOutside={false}>
      <p className={styles.text}>{t(($) => $.shownOnce)}</p>
      {made.key && <CopyLine label={t(($) => $.key)} text={made.key} />}
      <p className={styles.usage}>{`Authorization: Bearer ${made.prefix}…`}</p>
    </Modal>
  )
}
