/** The rail: the company on top, what there is to work on below, settings at the foot. */
import { IconChevronLeft, IconLayoutSidebar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useMe } from './session.ts'
import { setPreference, usePreference } from '../lib/preferences.ts'
import { Icon } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import type { NavItem } from './navigation.ts'
import styles from './rail.module.css'
import { isAt, useRail } from './use-navigation.ts'

function Item({ item, narrow }: { item: NavItem; narrow: boolean }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const title = t(item.titleKey)
  return (
    <Link
      to={item.to}
      className={styles.item}
      title={narrow ? title : undefined}
      aria-current={isAt(item, pathname) ? 'page' : undefined}
    >
      <Icon of={item.icon} />
      <span className={styles.word}>{title}</span>
    </Link>
  )
}

function Top({ settings, start }: { settings: boolean; start: string }) {
  const { t } = useTranslation()
  const { organisation } = useMe()
  if (settings) {
    return (
      <Link to={start} className={styles.workspace}>
        <Icon of={IconChevronLeft} />
        <b className={styles.word}>{t(($) => $.nav.settings)}</b>
      </Link>
    )
  }
  return (
    <div className={styles.workspace}>
      <Logo />
      <b className={styles.word} title={organisation.name}>
        {organisation.name}
      </b>
    </div>
  )
}

export function Rail() {
  const { t } = useTranslation()
  const { settings, groups, foot, start } = useRail()
  const narrow = usePreference('rail') === 'narrow'
  return (
    <nav
      className={styles.rail}
      data-narrow={narrow || undefined}
      aria-label={t(($) => (settings ? $.nav.settingsMain : $.nav.main))}
    >
      <Top settings={settings} start={start} />
      <div className={styles.groups}>
        {groups.map((group) => (
          <div key={group.id} className={styles.group}>
            {group.titleKey && <p className={styles.title}>{t(group.titleKey)}</p>}
            {group.items.map((item) => (
              <Item key={item.to} item={item} narrow={narrow} />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        {foot.map((item) => (
          <Item key={item.to} item={item} narrow={narrow} />
        ))}
        <button
          type="button"
          className={styles.fold}
          aria-label={t(($) => $.nav.collapse)}
          aria-pressed={narrow}
          onClick={() => setPreference('rail', narrow ? 'wide' : 'narrow')}
        >
          <Icon of={IconLayoutSidebar} />
        </button>
      </div>
    </nav>
  )
}
