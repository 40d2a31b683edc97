/** Says that the view narrows by more than this reader may use; what it is, is not said. */
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import styles from './saved-views.module.css'
import type { SavedView } from './saved-views.queries.ts'

export function Unavailable({ in: view }: { in: SavedView | undefined }) {
  const { t } = useTranslation()
  const count = view?.unavailable ?? 0
  if (count === 0) return null
  return (
    <span className={styles.unavailable} title={t(($) => $.view.unavailableWhy)}>
      <Icon of={IconEyeOff} size={13} />
      {t(($) => $.view.unavailable, { count })}
    </span>
  )
}
