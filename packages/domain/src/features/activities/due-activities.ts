/** What is still to be done and is late, or due today: as the lists that everybody begins with have it, and the figures above them. */
import type { Filter } from '../../filter/filter.ts'
import { openStatuses } from '../../next-action.ts'

export const openActivities: Filter = { field: 'status', op: 'in', value: [...openStatuses] }
export const dueToday: Filter = { field: 'plannedStart', op: 'within', value: { period: 'day', offset: 0 } }
export const dueBefore: Filter = { field: 'plannedStart', op: 'before', value: { period: 'day', offset: 0 } }
