/** The cross of a chip. */
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon.tsx'
import styles from './filter-bar.module.css'

export function Remove({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles.remove}
      aria-label={t(($) => $.filter.remove, { name: label })}
      onClick={onRemove}
    >
      <Icon of={IconX} size={12} />
    </button>
  )
}
