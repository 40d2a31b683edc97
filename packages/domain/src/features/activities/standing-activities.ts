/** The lists of activities that everybody begins with: what one has to do, what of it is due today, what is late. */
import type { Label } from '../../field/kinds.ts'
import type { Filter } from '../../filter/filter.ts'
import { dueBefore, dueToday, openActivities } from './due-activities.ts'

type StandingActivities = { key: string; label: Label; filter: Filter; sort: string[]; isDefault?: true }

const mine: Filter[] = [{ field: 'ownerId', op: 'in', value: [{ me: true }] }, openActivities]
const sort = ['plannedStart']

export const standingActivities: readonly StandingActivities[] = [
  { key: 'myActivities', label: { zh: '我的待办', en: 'Mine to do' }, filter: { and: mine }, sort, isDefault: true },
  {
    key: 'activitiesToday',
    label: { zh: '今天', en: 'Today' },
    filter: { and: [...mine, dueToday] },
    sort,
  },
  {
    key: 'activitiesOverdue',
    label: { zh: '逾期', en: 'Overdue' },
    filter: { and: [...mine, dueBefore] },
    sort,
  },
]
