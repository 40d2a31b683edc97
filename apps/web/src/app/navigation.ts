/** The rail, grouped by job. An item stands here only when its screen exists; without the right it is absent. */
import {
  IconArrowsExchange,
  IconBox,
  IconBuilding,
  IconCalendarCheck,
  IconChartBar,
  IconFileImport,
  IconHistory,
  IconKey,
  IconLayoutKanban,
  IconList,
  IconRoute,
  IconSettings,
  IconShield,
  IconSitemap,
  IconSwords,
  IconTargetArrow,
  IconTrash,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import type { IconType } from '../ui/icon.tsx'
import type { TitleKey } from './handle.ts'
import { paths } from './paths.ts'

export type NavItem = {
  to: string
  titleKey: TitleKey
  icon: IconType
  permission?: string
  /** The second key of the chord that begins with G. */
  key?: string
  /** Stands in the phone's bottom bar as well. */
  phone?: true
}
export type NavGroup = { id: string; titleKey?: TitleKey; items: NavItem[] }

export const navigation: NavGroup[] = [
  {
    id: 'sales',
    titleKey: ($) => $.nav.sales,
    items: [
      {
        to: paths.customers,
        titleKey: ($) => $.nav.customers,
        icon: IconBuilding,
        permission: 'customers.read',
        key: 'C',
        phone: true,
      },
      { to: paths.contacts, titleKey: ($) => $.nav.contacts, icon: IconUsers, permission: 'contacts.read', key: 'N' },
      {
        to: paths.opportunities,
        titleKey: ($) => $.nav.opportunities,
        icon: IconTargetArrow,
        permission: 'opportunities.read',
        key: 'O',
        phone: true,
      },
      {
        to: paths.activities,
        titleKey: ($) => $.nav.activities,
        icon: IconCalendarCheck,
        permission: 'activities.read',
        key: 'T',
      },
      { to: paths.products, titleKey: ($) => $.nav.products, icon: IconBox, permission: 'products.read', key: 'R' },
    ],
  },
]

/** Below the groups, at the foot of the rail. */
export const footNavigation: NavItem[] = [
  { to: paths.analytics, titleKey: ($) => $.nav.analytics, icon: IconChartBar, permission: 'reports.read', key: 'A' },
  { to: paths.settings, titleKey: ($) => $.nav.settings, icon: IconSettings, key: 'S' },
  { to: paths.me, titleKey: ($) => $.nav.me, icon: IconUserCircle, key: 'M' },
]

export const settingsNavigation: NavGroup[] = [
  {
    id: 'selling',
    titleKey: ($) => $.nav.selling,
    items: [
      { to: paths.pipelines, titleKey: ($) => $.nav.pipelines, icon: IconLayoutKanban, permission: 'pipeline.define' },
      {
        to: paths.competitors,
        titleKey: ($) => $.nav.competitors,
        icon: IconSwords,
        permission: 'competitors.update',
      },
    ],
  },
  {
    id: 'company',
    titleKey: ($) => $.nav.company,
    items: [
      {
        to: paths.organisation,
        titleKey: ($) => $.nav.organisation,
        icon: IconBuilding,
        permission: 'settings.manage',
      },
      { to: paths.users, titleKey: ($) => $.nav.users, icon: IconUsers, permission: 'users.update' },
      { to: paths.teams, titleKey: ($) => $.nav.teams, icon: IconSitemap, permission: 'teams.update' },
      { to: paths.roles, titleKey: ($) => $.nav.roles, icon: IconShield, permission: 'roles.read' },
    ],
  },
  {
    id: 'data',
    titleKey: ($) => $.nav.data,
    items: [
      { to: paths.sources, titleKey: ($) => $.nav.sources, icon: IconRoute, permission: 'sources.update' },
      {
        to: paths.dictionaries,
        titleKey: ($) => $.nav.dictionaries,
        icon: IconList,
        permission: 'dictionaries.update',
      },
      {
        to: paths.exchangeRates,
        titleKey: ($) => $.nav.exchangeRates,
        icon: IconArrowsExchange,
        permission: 'exchange-rates.create',
      },
      { to: paths.imports, titleKey: ($) => $.nav.imports, icon: IconFileImport, permission: 'imports.read' },
      { to: paths.audit, titleKey: ($) => $.nav.audit, icon: IconHistory, permission: 'audit.read' },
      { to: paths.trash, titleKey: ($) => $.nav.trash, icon: IconTrash },
    ],
  },
  {
    id: 'integration',
    titleKey: ($) => $.nav.integration,
    items: [{ to: paths.apiKeys, titleKey: ($) => $.nav.apiKeys, icon: IconKey, permission: 'api-keys.read' }],
  },
]
