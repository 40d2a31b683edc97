/** Above a list: all records, the views kept of them, and what to do when the list differs from its view. A menu on phones. */
import type { ListState } from '../../lib/list-state.ts'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../lib/actions.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import styles from './saved-views.module.css'
import type { SavedView } from './saved-views.queries.ts'
import { useViewActs, type ViewActs } from './use-view-acts.ts'
import { useViewCounts } from './use-view-counts.ts'
import type { Views } from './use-views.ts'
import { ViewChanges } from './view-changes.tsx'
import type { Place } from './view-content.ts'
import { ViewHost } from './view-host.tsx'
import { ViewMenu } from './view-menu.tsx'
import { ViewPicker } from './view-picker.tsx'
import { ViewTab } from './view-tab.tsx'

type Props = {
  of: Views
  state: ListState
  /** What the records of the list are called. */
  title: string
  /** Board or table, where there is a choice. */
  place?: Place
  /** The records are there; from then on the tabs say how many they hold. */
  isListThere: boolean
}

const table: Place = { layout: 'table' }

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

type TabsProps = { of: Views; all: string; acts: ViewActs; isListThere: boolean }

function Tabs({ of, all, acts, isListThere }: TabsProps) {
  const { t } = useTranslation()
  const totalOf = useViewCounts(of, isListThere)
  const counted = of.views.length > 0
  return (
    <div className={styles.tabs}>
      <ViewTab to={of.searchOf()} on={!of.view && !of.isMissing} label={all} counted={counted} total={totalOf()} />
      {of.views.map((view) => (
        <ViewTab
          key={view.id}
          to={of.searchOf(view.id)}
          on={view === of.view}
          label={view.label}
          counted={counted}
          total={totalOf(view.id)}
        >
          <Shared by={view} />
        </ViewTab>
      ))}
      <ViewMenu of={of} acts={acts} />
      <IconButton small icon={IconPlus} label={t(($) => $.view.create)} onClick={acts.create} />
    </div>
  )
}

export function ViewTabs({ of, state, title, place = table, isListThere }: Props) {
  const { t } = useTranslation()
  const all = t(($) => $.view.all, { name: title.toLowerCase() })
  const phone = useIsPhone()
  const acts = useViewActs(of, state, place)
  useViewKeys(of, all)
  return (
    <nav className={styles.bar} aria-label={t(($) => $.view.views)}>
      {phone ? <ViewPicker of={of} all={all} acts={acts} /> : <Tabs {...{ of, all, acts, isListThere }} />}
      {of.failed && <QueryProblem {...of.failed} inline />}
      {of.isMissing && <span className={styles.missing}>{t(($) => $.view.missing)}</span>}
      <ViewChanges of={of} acts={acts} />
      <ViewHost of={of} acts={acts} />
    </nav>
  )
}
