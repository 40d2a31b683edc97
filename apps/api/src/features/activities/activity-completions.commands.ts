/** Completing an activity, and the next step that follows on it. */
import {
  activityKinds,
  type ActivityKind,
  type ActivityStatus,
} from '@rapport/domain/features/activities/activity-choices.ts'
import { decideCompletion } from '@rapport/domain/features/activities/activities.rules.ts'
import type { Activity, ActivityCompletion, NextStep } from '@rapport/domain/features/activities/activities.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { accept, demand, refuse } from '../../http/problems.ts'
import { readRecord } from '../../records/find.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { aboutActivity, openActivity } from './activity-stored.queries.ts'
import { deriveTimes, type Subjects } from '../../records/next-actions.ts'
import { activityRecords } from './activities.records.ts'

/** Errors: 409 `activity.transition`, 422 `outcome.required`, `activity.ends_before_start`, `reference.invalid`. */
export const completeActivity = (ctx: Ctx | Tx, id: string, sent: ActivityCompletion): Promise<Activity> =>
  transact(ctx, async (tx) => {
    const { before, stored } = await openActivity(tx, id)
    demand(before.can.edit)
    sameVersion(tx, before, { version: sent.version })
    const done = await completionColumns(tx, stored, sent)
    await tx.db.activity.update({ where: { id }, data: { ...done, ...stamp(tx) }, select: { id: true } })
    const about = { ...aboutActivity(id, stored), version: stored.version + 1, concerns: stored.ownerId }
    await record(tx, { type: 'activity.done', ...about })
    if (sent.next) await planNext(tx, stored, sent.next)
    await deriveTimes(tx, [stored])
    return readRecord<Activity>(tx, activityRecords, id)
  })

type Completable = { kind: ActivityKind; status: ActivityStatus; actualStart: Date | null; body: string | null }

/** The columns a completion writes. */
export const completionColumns = async (tx: Tx, activity: Completable, sent: Omit<ActivityCompletion, 'version'>) => {
  const outcomeCode = sent.outcomeId ? await findOutcome(tx, sent.outcomeId) : null
  const done = accept(decideCompletion(activity, sent, outcomeCode, tx.now))
  const body = [activity.body, sent.note].filter(Boolean).join('\n\n')
  return { ...done, ...(sent.note && { body }) }
}

/** The code of an outcome that is offered. Errors: 422 `reference.invalid`. */
export const findOutcome = async (tx: Tx, outcomeId: string): Promise<string> => {
  const [item] = await tx.db.dictionaryItem.findMany({
    where: { id: outcomeId, archivedAt: null, dictionary: { code: 'outcome' } },
    select: { code: true },
  })
  if (!item) refuse('reference.invalid', { field: 'outcomeId' }, [{ path: 'outcomeId', code: 'reference.invalid' }])
  return item?.code ?? ''
}

type Before = Subjects & { ownerId: string | null; teamId: string | null; private?: boolean | undefined }

/** Plans the next step for the same customer, deal, person and owner; the caller derives the times. Returns its id. */
export const planNext = async (tx: Tx, before: Before, next: NextStep): Promise<string> => {
  const { customerId, opportunityId, contactId, ownerId, teamId } = before
  const plannedStart = new Date(next.plannedStart)
  const subject = next.subject ?? nameOf(next.kind, tx)
  const by = { createdAt: tx.now, createdById: tx.actor.userId, updatedAt: tx.now, updatedById: tx.actor.userId }
  const { id } = await tx.db.activity.create({
    data: {
      kind: next.kind,
      subject,
      body: next.body ?? null,
      plannedStart,
      plannedEnd: next.plannedEnd === undefined ? null : new Date(next.plannedEnd),
      firstPlannedStart: plannedStart,
      private: before.private ?? false,
      customerId,
      opportunityId,
      contactId,
      ownerId,
      teamId,
      ...by,
    },
    select: { id: true },
  })
  await record(tx, {
    type: 'activity.created',
    ...aboutActivity(id, { subject, customerId }),
    version: 1,
    givenTo: ownerId,
  })
  return id
}

const nameOf = (kind: ActivityKind, tx: Tx): string => {
  const label = activityKinds.find(({ value }) => value === kind)?.label
  return (tx.actor.locale === 'en' ? label?.en : label?.zh) ?? kind
}
