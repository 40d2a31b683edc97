/** Planning and changing activities: load → demand → decide → write → record. */
import { activityFields } from '@rapport/domain/features/activities/activities.fields.ts'
import { activityPolicy } from '@rapport/domain/features/activities/activities.policy.ts'
import {
  decideSpan,
  isPlannedAgain,
  mayReplan,
  reschedule,
} from '@rapport/domain/features/activities/activities.rules.ts'
import type {
  Activity,
  ActivityDraft,
  ActivityPatch,
  EnteredActivity,
} from '@rapport/domain/features/activities/activities.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { accept, demand, refuse } from '../../http/problems.ts'
import { columnsOf } from '../../records/columns.ts'
import { readRecord } from '../../records/find.ts'
import { changesOf } from '../../records/open.ts'
import { sql } from '../../records/record-set.ts'
import { findOwner } from '../../records/references.ts'
import { moveToTrash, sameVersionIfSent } from '../../records/trash.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { demandWritable, readableName } from '../../records/writable.ts'
import { completionColumns, planNext } from './activity-completions.commands.ts'
import { aboutActivity, openActivity, type StoredActivity } from './activity-stored.queries.ts'
import { findSubjects } from './activity-subjects.queries.ts'
import { deriveTimes, type Subjects } from '../../records/next-actions.ts'
import { activityRecords } from './activities.records.ts'

/** Errors: 422 for subjects one does not see, for a missing outcome of what is logged as done, for an end before the start. */
export const createActivity = (ctx: Ctx | Tx, draft: ActivityDraft): Promise<EnteredActivity> =>
  transact(ctx, async (tx) => {
    demandWritable(tx, 'activities', activityFields, draft)
    const owner = await findOwner(tx, draft.ownerId === undefined ? tx.actor.userId : draft.ownerId)
    demand(activityPolicy.keepPrivate(tx.actor, { ownerId: owner.ownerId, isPrivate: draft.private === true }))
    const subjects = await findSubjects(tx, draft)
    const row = activityRow(tx, draft, { ...subjects, ownerId: owner.ownerId, teamId: owner.teamId })
    accept(decideSpan(row.plannedStart ?? null, row.plannedEnd ?? null))
    const begun = { kind: draft.kind, status: 'planned', actualStart: null, body: row.body ?? null } as const
    const done = draft.completed ? await completionColumns(tx, begun, draft.completed) : {}
    const { id } = await tx.db.activity.create({ data: { ...row, ...done }, select: { id: true } })
    const type = draft.completed ? 'activity.done' : 'activity.created'
    const about = aboutActivity(id, { ...draft, ...subjects })
    await record(tx, { type, ...about, version: 1, givenTo: owner.ownerId })
    const next = draft.completed?.next ? await planNext(tx, { ...subjects, ...row }, draft.completed.next) : null
    await deriveTimes(tx, [subjects])
    return {
      ...(await readRecord<Activity>(tx, activityRecords, id)),
      next: next === null ? null : { id: next, version: 1 },
    }
  })

type Place = Subjects & { ownerId: string | null; teamId: string | null }

/** The row of a new activity; nothing is checked here. */
export const activityRow = (tx: Pick<Tx, 'now' | 'actor'>, draft: ActivityDraft, place: Place) => {
  type Columns = Pick<ActivityDraft, 'kind' | 'subject' | 'body'> & {
    plannedStart?: Date | null
    plannedEnd?: Date | null
  }
  // The columns come from the list of fields, so that only what the draft's schema knows is among them.
  const columns = columnsOf(activityFields, draft) as Columns
  const by = tx.actor.userId
  return {
    ...columns,
    ...place,
    firstPlannedStart: columns.plannedStart ?? null,
    createdAt: tx.now,
    createdById: by,
    updatedAt: tx.now,
    updatedById: by,
  } satisfies Prisma.ActivityUncheckedCreateInput
}

/** Errors: 404, 403, 428, 412, 409 `activity.transition` for moving the plan of what is over, 422 as for a new one. */
export const updateActivity = (ctx: Ctx | Tx, id: string, patch: ActivityPatch): Promise<Activity> =>
  transact(ctx, async (tx) => {
    const { before, stored } = await openActivity(tx, id)
    demand(before.can.edit)
    demandWritable(tx, 'activities', activityFields, patch)
    sameVersion(tx, before, patch, readableName(tx, 'activities'))
    const place = await newPlace(tx, stored, patch)
    const columns = columnsOf(activityFields, patch)
    const times = newTimes(tx, stored, columns)
    await tx.db.activity.update({
      where: { id },
      data: { ...columns, ...place, ...times, ...stamp(tx) },
      select: { id: true },
    })
    await deriveTimes(tx, [stored, place])
    const after = await readRecord<Activity>(tx, activityRecords, id)
    const changes = changesOf(patch, before, after, activityFields)
    const about = aboutActivity(id, { subject: patch.subject ?? stored.subject, customerId: place.customerId })
    const givenTo = place.ownerId === stored.ownerId ? null : place.ownerId
    await record(tx, {
      type: 'activity.updated',
      ...about,
      version: after.version,
      changes,
      givenTo,
      concerns: stored.ownerId,
    })
    return after
  })

const newPlace = async (tx: Tx, stored: StoredActivity, patch: ActivityPatch): Promise<Place> => {
  const isMoved = (['customerId', 'opportunityId', 'contactId'] as const).some((name) => patch[name] !== undefined)
  const { customerId, opportunityId, contactId } = isMoved ? await findSubjects(tx, { ...stored, ...patch }) : stored
  const isGiven = patch.ownerId !== undefined && patch.ownerId !== stored.ownerId
  const { ownerId, teamId } = isGiven ? await findOwner(tx, patch.ownerId ?? null) : stored
  demand(activityPolicy.keepPrivate(tx.actor, { ownerId, isPrivate: patch.private ?? stored.private }))
  return { customerId, opportunityId, contactId, ownerId, teamId }
}

const newTimes = (
  tx: Tx,
  stored: StoredActivity,
  columns: { plannedStart?: Date | null; plannedEnd?: Date | null },
) => {
  const { plannedStart = stored.plannedStart, plannedEnd = stored.plannedEnd } = columns
  accept(decideSpan(plannedStart, plannedEnd))
  if (columns.plannedStart === undefined && columns.plannedEnd === undefined) return {}
  if (!mayReplan(stored.status)) refuse('activity.transition', { status: stored.status })
  const again = isPlannedAgain(stored.status, plannedStart, tx.now)
  return { ...reschedule(stored, plannedStart, tx.now), ...(again && { status: 'planned' }) }
}

export const deleteActivity = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const { before, stored } = await openActivity(tx, id)
    demand(before.can.delete)
    sameVersionIfSent(tx, before)
    await moveToTrash(tx, 'activities', sql`row.id = ${id}::uuid`)
    await deriveTimes(tx, [stored])
    const about = { ...aboutActivity(id, stored), version: stored.version + 1, concerns: stored.ownerId }
    await record(tx, { type: 'activity.deleted', ...about })
  })
