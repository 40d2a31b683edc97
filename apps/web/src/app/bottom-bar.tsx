/** The phone's bottom bar: up to two places, ＋ in the middle, and one's own page, which also lists the rest. */
import { IconPlus, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { Icon } from '../ui/icon.tsx'
import styles from './bottom-bar.module.css'
import { CreateMenu } from './create-menu.tsx'
import type { NavItem } from './navigation.ts'
import { navigation } from './navigation.ts'
import { paths } from './paths.ts'
import { useMay } from './session.ts'
import { useCreations } from './use-creation.ts'
import { isAt } from './use-navigation.ts'

function Place({ item }: { item: NavItem }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Link to={item.to} className={styles.place} aria-current={isAt(item, pathname) ? 'page' : undefined}>
      <Icon of={item.icon} size={20} />
      {t(item.titleKey)}
    </Link>
  )
}

function Create() {
  const { t } = useTranslation()
  return (
    <CreateMenu>
      <button type="button" className={styles.create} aria-label={t(($) => $.shell.new)}>
        <Icon of={IconPlus} size={22} />
      </button>
    </CreateMenu>
  )
}

export function BottomBar() {
  const { t } = useTranslation()
  const may = useMay()
  const places = navigation.flatMap((group) => group.items).filter((item) => item.phone && may(item.permission))
  const creations = useCreations()
  const mine: NavItem = { to: paths.me, titleKey: ($) => $.nav.mine, icon: IconUser }
  return (
    <nav className={styles.bar} aria-label={t(($) => $.nav.main)}>
      {places.slice(0, 2).map((item) => (
        <Place key={item.to} item={item} />
      ))}
      {creations.length > 0 && <Create />}
      {places.slice(2, 3).map((item) => (
        <Place key={item.to} item={item} />
      ))}
      <Place item={mine} />
    </nav>
  )
}
