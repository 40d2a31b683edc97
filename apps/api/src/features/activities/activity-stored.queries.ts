/** An activity as commands need it: visible, locked, with what the reply leaves out. */
import type { ActivityKind, ActivityStatus } from '@rapport/domain/features/activities/activity-choices.ts'
import type { Activity } from '@rapport/domain/features/activities/activities.ts'
import type { Tx } from '../../ctx.ts'
import { openRecord } from '../../records/open.ts'
import { activityRecords } from './activities.records.ts'

/** Errors: 404 when absent or invisible. */
export const openActivity = async (tx: Tx, id: string) => {
  const before = await openRecord<Activity>(tx, activityRecords, id)
  const row = await tx.db.activity.findUniqueOrThrow({ where: { id } })
  // Both columns hold checked lists of values.
  return { before, stored: { ...row, kind: row.kind as ActivityKind, status: row.status as ActivityStatus } }
}

export type StoredActivity = Awaited<ReturnType<typeof openActivity>>['stored']

/** What every event of an activity says about it. */
export const aboutActivity = (
  id: string,
  { subject: title, customerId }: { subject: string; customerId: string | null },
) => ({
  subject: id,
  title,
  customerId,
})
