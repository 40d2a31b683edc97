/** Beside the title: how many of these activities are late and how many are due today; each shows them. */
import { dueBefore, dueToday, openActivities } from '@rapport/domain/features/activities/due-activities.ts'
import type { Fields } from '@rapport/domain/field/kinds.ts'
import { useTranslation } from 'react-i18next'
import { DeletedCount } from '../../app/deleted-count.tsx'
import type { ListState } from '../../lib/list-state.ts'
import { ListCounts, type Standout } from '../../ui/list-counts.tsx'
import { totalOf, type ListQuery } from '../../ui/list-query.ts'
import { ListSummary } from '../../ui/list-summary.tsx'
import type { Activity } from './activities.queries.ts'

type Props = {
  query: ListQuery<Activity>
  state: ListState
  fields: Fields
  onChange: (change: Partial<ListState>) => void
}

export function ActivitySummary({ query, ...props }: Props) {
  const { t } = useTranslation('activities')
  const about = 'plannedStart'
  const due: Standout[] = [
    { key: 'late', about, conditions: [openActivities, dueBefore], text: (shown) => t(($) => $.lateCount, { shown }) },
    { key: 'today', about, conditions: [openActivities, dueToday], text: (shown) => t(($) => $.todayCount, { shown }) },
  ]
  return (
    <ListSummary query={query}>
      <ListCounts list="GET /activities" of={due} total={totalOf(query)} {...props} />
      <DeletedCount of="activities" />
    </ListSummary>
  )
}
