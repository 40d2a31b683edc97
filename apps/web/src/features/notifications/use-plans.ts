/** The plans that the notices of a page are about, so that they can be done or put off where one reads of them. */
import { useQueries } from '@tanstack/react-query'
import { activityQuery, type Activity } from '../activities/activities.queries.ts'
import type { Notification } from './notifications.queries.ts'

// Each is asked for by itself; what stands further down comes up when these are done.
const MOST = 20

/** By the id of the activity; one that cannot be read is read on the page of its record. */
export function usePlans(notices: readonly Notification[]): ReadonlyMap<string, Activity> {
  const ids = notices.flatMap(({ targetType, targetId }) => (targetType === 'activity' && targetId ? [targetId] : []))
  const queries = [...new Set(ids)].slice(0, MOST).map(activityQuery)
  const found = useQueries({ queries }).flatMap(({ data }) => data ?? [])
  return new Map(found.map((activity) => [activity.id, activity]))
}
