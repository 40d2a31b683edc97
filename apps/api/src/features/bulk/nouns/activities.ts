/** Many activities at once: done, cancelled, planned for another time, handed over, deleted. */
import type { ErrorCode } from '@rapport/domain/errors.ts'
import type { ActivityKind, ActivityStatus } from '@rapport/domain/features/activities/activity-choices.ts'
import { activityFields } from '@rapport/domain/features/activities/activities.fields.ts'
import { activityPolicy } from '@rapport/domain/features/activities/activities.policy.ts'
import {
  decideCompletion,
  decideTransition,
  isPlannedAgain,
  mayReplan,
  reschedule,
} from '@rapport/domain/features/activities/activities.rules.ts'
import type { Values } from '@rapport/domain/features/bulk/bulk.rules.ts'
import type { Tx } from '../../../ctx.ts'
import { deriveTimes, type Subjects } from '../../../records/next-actions.ts'
import { column, sql } from '../../../records/record-set.ts'
import { deleteActivity } from '../../activities/activities.commands.ts'
import { activityRecords } from '../../activities/activities.records.ts'
import { findOutcome } from '../../activities/activity-completions.commands.ts'
import type { BulkNoun, Said } from '../bulk-noun.ts'
import type { Row } from '../rows.queries.ts'

const own = (name: string) => column('activity', name)
const instant = (name: string) => sql`(${own(name)})::text`
const dateOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)
const textOf = (value: Date | null): string | null => value?.toISOString() ?? null

type Stored = {
  kind: ActivityKind
  status: ActivityStatus
  actualStart: Date | null
  plannedStart: Date | null
  plannedEnd: Date | null
  firstPlannedStart: Date | null
  deferCount: number
}
const storedOf = ({ stored }: Row): Stored => ({
  kind: stored.kind as ActivityKind,
  status: stored.status as ActivityStatus,
  actualStart: dateOf(stored.actualStart),
  plannedStart: dateOf(stored.plannedStart),
  plannedEnd: dateOf(stored.plannedEnd),
  firstPlannedStart: dateOf(stored.firstPlannedStart),
  deferCount: Number(stored.deferCount),
})

const completed = (tx: Tx, row: Row, facts: Values) =>
  decideCompletion(
    storedOf(row),
    { outcomeId: facts.outcomeId as string | undefined },
    (facts.outcomeCode as string | undefined) ?? null,
    tx.now,
  )

const codeOf = (decision: { ok: true } | { ok: false; code: ErrorCode }): ErrorCode | null =>
  decision.ok ? null : decision.code

/** Of what is taken back, what it was before may follow on what it is now only where nobody has gone on with it. */
const replanRefused = (row: Row, changes: Values, { isUndo }: Said): ErrorCode | null => {
  const { status } = storedOf(row)
  const isAsLeft = !isUndo || !('status' in changes) || status === 'planned'
  return mayReplan(status) && isAsLeft ? null : 'activity.transition'
}

const refusal: NonNullable<BulkNoun['refusal']> = (tx, row, changes, said) => {
  if ('plannedStart' in changes) return replanRefused(row, changes, said)
  const ownerId = changes.ownerId as string | null | undefined
  const isPrivate = row.stored.private === true
  if (ownerId !== undefined)
    return activityPolicy.keepPrivate(tx.actor, { ownerId, isPrivate }) ? null : 'access.denied'
  // What was completed or cancelled by the change itself comes back as it was.
  if (said.isUndo) return null
  if (changes.status === 'done') return codeOf(completed(tx, row, said.facts))
  return codeOf(decideTransition('cancel', storedOf(row).status))
}

const completionColumns = (tx: Tx, row: Row, facts: Values): Values => {
  const decision = completed(tx, row, facts)
  if (!decision.ok) return {}
  const { actualStart, actualEnd, outcomeId, answered } = decision.value
  return { actualStart: textOf(actualStart), actualEnd: textOf(actualEnd), outcomeId, answered }
}

/** The planned end moves along, so that each keeps its length. */
const replanColumns = (tx: Tx, row: Row, start: Date | null): Values => {
  const { status, ...planned } = storedOf(row)
  const { plannedStart, plannedEnd } = planned
  const length = plannedStart && plannedEnd ? plannedEnd.getTime() - plannedStart.getTime() : null
  const { firstPlannedStart, deferCount } = reschedule(planned, start, tx.now)
  return {
    plannedEnd: start && length !== null ? textOf(new Date(start.getTime() + length)) : null,
    firstPlannedStart: textOf(firstPlannedStart),
    deferCount,
    ...(isPlannedAgain(status, start, tx.now) && status !== 'planned' && { status: 'planned' }),
  }
}

// Its commands write the state; nobody sends it.
const { derived: _, ...status } = activityFields.status

export const activities: BulkNoun = {
  entity: 'activities',
  records: activityRecords,
  fields: { ...activityFields, status },
  updated: 'activity.updated',
  toldAs: ({ status }) =>
    status === 'done' ? 'activity.done' : status === 'cancelled' ? 'activity.cancelled' : undefined,
  transferBy: 'edit',
  stored: {
    title: own('subject'),
    customerId: own('customerId'),
    opportunityId: own('opportunityId'),
    contactId: own('contactId'),
    teamId: own('teamId'),
    kind: own('kind'),
    status: own('status'),
    private: own('private'),
    pinned: own('pinned'),
    plannedStart: instant('plannedStart'),
    plannedEnd: instant('plannedEnd'),
    firstPlannedStart: instant('firstPlannedStart'),
    deferCount: own('deferCount'),
    actualStart: instant('actualStart'),
    actualEnd: instant('actualEnd'),
    outcomeId: own('outcomeId'),
    answered: own('answered'),
  },
  demandReferences: async () => undefined,
  command: async (tx, action, { outcomeId, ...rest }) => {
    if (Object.keys(rest).length > 0 || (action === 'cancel' && outcomeId !== undefined)) return null
    if (action === 'cancel') return { changes: { status: 'cancelled' }, facts: {} }
    if (typeof outcomeId !== 'string') return { changes: { status: 'done' }, facts: {} }
    return { changes: { status: 'done' }, facts: { outcomeId, outcomeCode: await findOutcome(tx, outcomeId) } }
  },
  refusal,
  followers: (tx, row, after, facts) => {
    if (after.status === 'done') return completionColumns(tx, row, facts)
    return 'plannedStart' in after ? replanColumns(tx, row, dateOf(after.plannedStart)) : {}
  },
  // A private one counts for nobody, but the times of the others about the same record are derived all the same.
  beside: (tx, written) =>
    deriveTimes(
      tx,
      written.map(({ row }) => row.stored as Subjects),
    ),
  remove: deleteActivity,
}
