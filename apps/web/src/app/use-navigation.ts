/** The rail's content for who is signed in: groups without a visible item vanish. */
import { useLocation } from 'react-router'
import { useMay } from './session.ts'
import { footNavigation, navigation, settingsNavigation, type NavGroup, type NavItem } from './navigation.ts'
import { paths } from './paths.ts'

/** Whether an item is the place one is in; the start only when exactly there. */
export const isAt = (item: NavItem, pathname: string): boolean =>
  item.to === paths.home ? pathname === paths.home : pathname === item.to || pathname.startsWith(`${item.to}/`)

export type RailContent = { settings: boolean; groups: NavGroup[]; foot: NavItem[]; start: string }

export function useRail(): RailContent {
  const may = useMay()
  const { pathname } = useLocation()
  const visible = (groups: NavGroup[]) =>
    groups
      .map((group) => ({ ...group, items: group.items.filter((item) => may(item.permission)) }))
      .filter((group) => group.items.length > 0)
  const settings = pathname === paths.settings || pathname.startsWith(`${paths.settings}/`)
  const main = visible(navigation)
  const settingsGroups = visible(settingsNavigation)
  const foot = footNavigation
    .filter((item) => may(item.permission) && (item.to !== paths.settings || settingsGroups.length > 0))
    .map((item) => (item.to === paths.settings ? { ...item, to: settingsGroups[0]?.items[0]?.to ?? item.to } : item))
  const start = main[0]?.items[0]?.to ?? paths.me
  return { settings, groups: settings ? settingsGroups : main, foot: settings ? [] : foot, start }
}
