/** Above a list: all records, the views kept of them, and what to do when the list differs from its view. A menu on phones. */
import type { ListState } from '../../lib/list-state.ts'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useActions } from '../../lib/actions.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './saved-views.module.css'
import type { SavedView } from './saved-views.queries.ts'
import { useViewActs, type ViewActs } from './use-view-acts.ts'
import type { Views } from './use-views.ts'
import { ViewChanges } from './view-changes.tsx'
import type { Place } from './view-content.ts'
import { ViewHost } from './view-host.tsx'
import { ViewMenu } from './view-menu.tsx'
import { ViewPicker } from './view-picker.tsx'

type Props = {
  of: Views
  state: ListState
  /** What the records of the list are called. */
  title: string
  /** Board or table, where there is a choice. */
  place?: Place
}

const table: Place = { layout: 'table', group: null }

/** The brackets walk the views; the palette names each. */
function useViewKeys({ views, view, open }: Views, all: string) {
  const { t } = useTranslation()
  const order: (SavedView | undefined)[] = [undefined, ...views]
  const walk = (by: number) => open(order[(order.indexOf(view) + by + order.length) % order.length]?.id)
  const step = [
    { id: 'view:previous', label: t(($) => $.view.previous), group: 'page' as const, keys: '[', run: () => walk(-1) },
    { id: 'view:next', label: t(($) => $.view.next), group: 'page' as const, keys: ']', run: () => walk(1) },
  ]
  const each = order.map((one) => ({
    id: `view:${one?.id ?? 'all'}`,
    label: t(($) => $.view.show, { name: one?.label ?? all }),
    group: 'page' as const,
    run: () => open(one?.id),
  }))
  useActions(views.length > 0 ? [...step, ...each] : [])
}

function Tab({ to, on, children }: { to: string; on: boolean; children: React.ReactNode }) {
  return (
    <Link to={{ search: to }} className={styles.tab} aria-current={on ? 'page' : undefined} preventScrollReset>
      {children}
    </Link>
  )
}

function Shared({ by }: { by: SavedView }) {
  const { t } = useTranslation()
  if (by.shared === 'me') return null
  const words = t(($) => (by.shared === 'all' ? $.view.sharedAll : $.view.sharedTeam))
  return (
    <span title={words} className={styles.shared}>
      <Icon of={IconUsers} size={13} />
      <span className={styles.spoken}>{words}</span>
    </span>
  )
}

function Tabs({ of, all, acts }: { of: Views; all: string; acts: ViewActs }) {
  const { t } = useTranslation()
  return (
    <div className={styles.tabs}>
      <Tab to={of.searchOf()} on={!of.view && !of.isMissing}>
        {all}
      </Tab>
      {of.views.map((view) => (
        <Tab key={view.id} to={of.searchOf(view.id)} on={view === of.view}>
          <span className={styles.label} title={view.label}>
            {view.label}
          </span>
          <Shared by={view} />
        </Tab>
      ))}
      <ViewMenu of={of} acts={acts} />
      <IconButton small icon={IconPlus} label={t(($) => $.view.create)} onClick={acts.create} />
    </div>
  )
}

export function ViewTabs({ of, state, title, place = table }: Props) {
  const { t } = useTranslation()
  const all = t(($) => $.view.all, { name: title.toLowerCase() })
  const phone = useIsPhone()
  const acts = useViewActs(of, state, place)
  useViewKeys(of, all)
  return (
    <nav className={styles.bar} aria-label={t(($) => $.view.views)}>
      {phone ? <ViewPicker of={of} all={all} acts={acts} /> : <Tabs of={of} all={all} acts={acts} />}
      {of.isMissing && <span className={styles.missing}>{t(($) => $.view.missing)}</span>}
      <ViewChanges of={of} acts={acts} />
      <ViewHost of={of} acts={acts} />
    </nav>
  )
}
