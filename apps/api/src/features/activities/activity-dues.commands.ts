/** What the clock tells of activities whose time has come. */
import { dueAt, missedBefore } from '@rapport/domain/features/activities/activities.rules.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { recordMany } from '../../events/record-many.ts'
import { sql, type Sql } from '../../records/record-set.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

const BATCH = 200

type Planned = {
  id: string
  version: number
  subject: string
  customerId: string | null
  plannedStart: Date
  timeZone: string
}

/**
 * Says once of each plan that it is due, by the clock of its owner; returns of how many. What went by a working day ago is missed,
 * and not due any more. Runs again safely.
 */
export const tellDueActivities = async (ctx: Ctx): Promise<number> => {
  const { timeZone } = await loadOrganisation(ctx)
  let total = 0
  let after = sql`activity."plannedStart" >= ${missedBefore(ctx.now, timeZone)}`
  for (let looked = BATCH; looked === BATCH;) {
    const { planned, told } = await tellSome(ctx, after)
    looked = planned.length
    total += told
    const last = planned.at(-1)
    // What waits for its morning is passed by.
    if (last) after = sql`(activity."plannedStart", activity.id) > (${last.plannedStart}, ${last.id}::uuid)`
  }
  return total
}

// Rows somebody is changing just now are left for the next time.
const tellSome = (ctx: Ctx, after: Sql): Promise<{ planned: Planned[]; told: number }> =>
  transact(ctx, async (tx) => {
    const planned = await tx.db.$queryRaw<Planned[]>`
      select activity.id, activity.version, activity.subject, activity."customerId", activity."plannedStart", owner."timeZone"
      from activities activity join users owner on owner.id = activity."ownerId"
      where activity.status = 'planned' and activity."deletedAt" is null and activity."dueTold" is distinct from activity."plannedStart"
        and activity."plannedStart" <= ${ctx.now} and ${after}
      order by activity."plannedStart", activity.id limit ${BATCH} for update of activity skip locked`
    const due = planned.filter(({ plannedStart, timeZone }) => dueAt(plannedStart, timeZone) <= ctx.now)
    // No version: nobody has changed anything that people see.
    await tx.db.$executeRaw`
      update activities set "dueTold" = "plannedStart" where id = any(${due.map(({ id }) => id)}::uuid[])`
    await recordMany(
      tx,
      due.map(({ id, version, subject: title, customerId }) => ({
        type: 'activity.due' as const,
        subject: id,
        title,
        version,
        customerId,
      })),
    )
    return { planned, told: due.length }
  })
