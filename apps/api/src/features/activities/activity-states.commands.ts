/** Starting an activity, putting it off, giving it up. */
import type { EventType } from '@rapport/domain/events.ts'
import { decideSpan, decideTransition, reschedule } from '@rapport/domain/features/activities/activities.rules.ts'
import type {
  Activity,
  ActivityCancellation,
  ActivityDeferral,
} from '@rapport/domain/features/activities/activities.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { accept, demand } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { aboutActivity, openActivity, type StoredActivity } from './activity-stored.queries.ts'
import { deriveTimes } from '../../records/next-actions.ts'
import { activityRecords } from './activities.records.ts'

type Sent = { version?: number | undefined; reason?: string | undefined }
type Columns = Pick<
  Prisma.ActivityUncheckedUpdateInput,
  'status' | 'actualStart' | 'plannedStart' | 'plannedEnd' | 'firstPlannedStart' | 'deferCount'
>

// What the three have in common; `decide` answers the columns, or throws the refusal.
const change = (
  ctx: Ctx | Tx,
  id: string,
  { version, reason }: Sent,
  type: EventType,
  decide: (stored: StoredActivity, tx: Tx) => Columns,
): Promise<Activity> =>
  transact(ctx, async (tx) => {
    const { before, stored } = await openActivity(tx, id)
    demand(before.can.edit)
    sameVersion(tx, before, { version })
    const columns = decide(stored, tx)
    await tx.db.activity.update({ where: { id }, data: { ...columns, ...stamp(tx) }, select: { id: true } })
    await deriveTimes(tx, [stored])
    const about = { ...aboutActivity(id, stored), version: stored.version + 1, concerns: stored.ownerId }
    await record(tx, { type, ...about, reason: reason ?? null })
    return readRecord<Activity>(tx, activityRecords, id)
  })

/** Errors: 409 `activity.transition`. */
export const startActivity = (ctx: Ctx | Tx, id: string, sent: Sent): Promise<Activity> =>
  change(ctx, id, sent, 'activity.started', ({ status }, tx) => {
    accept(decideTransition('start', status))
    return { status: 'inProgress', actualStart: tx.now }
  })

/** To another time it stays planned; to none it waits as deferred. Errors: 409 `activity.transition`, 422. */
export const deferActivity = (ctx: Ctx | Tx, id: string, sent: ActivityDeferral): Promise<Activity> =>
  change(ctx, id, sent, 'activity.deferred', (stored, tx) => {
    accept(decideTransition('defer', stored.status))
    const plannedStart = sent.plannedStart === null ? null : new Date(sent.plannedStart)
    const plannedEnd = sent.plannedEnd ? new Date(sent.plannedEnd) : null
    accept(decideSpan(plannedStart, plannedEnd))
    const status = plannedStart === null ? 'deferred' : 'planned'
    // What waits as deferred has been counted already.
    const counts = stored.status !== 'deferred'
    return { status, plannedStart, plannedEnd, ...reschedule(stored, plannedStart, tx.now, counts) }
  })

/** Errors: 409 `activity.transition`. */
export const cancelActivity = (ctx: Ctx | Tx, id: string, sent: ActivityCancellation): Promise<Activity> =>
  change(ctx, id, sent, 'activity.cancelled', ({ status }) => {
    accept(decideTransition('cancel', status))
    return { status: 'cancelled' }
  })
