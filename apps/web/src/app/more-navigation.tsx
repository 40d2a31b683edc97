/** On phones: every place that the bottom bar has no room for. */
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from './session.ts'
import { useIsPhone } from '../lib/use-is-phone.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './more-navigation.module.css'
import { navigation, settingsNavigation } from './navigation.ts'

export function MoreNavigation() {
  const { t } = useTranslation()
  const may = useMay()
  const phone = useIsPhone()
  const items = [...navigation, ...settingsNavigation]
    .flatMap((group) => group.items)
    .filter((item) => may(item.permission))
  if (!phone || items.length === 0) return null
  return (
    <nav aria-label={t(($) => $.nav.all)}>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} className={styles.item}>
              <Icon of={item.icon} size={20} />
              <span>{t(item.titleKey)}</span>
              <Icon of={IconChevronRight} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
