/** What the clock does to activities whose time went by. */
import { missedBefore } from '@rapport/domain/features/activities/activities.rules.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { recordMany } from '../../events/record-many.ts'
import { loadOrganisation } from '../settings/settings.queries.ts'

const BATCH = 500

type Missed = { id: string; version: number; subject: string; customerId: string | null }

/** Marks what is planned and was not done one working day after its planned end; returns how many. Runs again safely. */
export const missActivities = async (ctx: Ctx): Promise<number> => {
  const { timeZone } = await loadOrganisation(ctx)
  const before = missedBefore(ctx.now, timeZone)
  let total = 0
  for (let count = BATCH; count === BATCH; total += count) count = await missSome(ctx, before)
  return total
}

// Rows somebody is changing just now are left for the next time.
const missSome = (ctx: Ctx, before: Date): Promise<number> =>
  transact(ctx, async (tx) => {
    const missed = await tx.db.$queryRaw<Missed[]>`
      update activities set status = 'missed', version = version + 1, "updatedAt" = ${tx.now}, "updatedById" = null
      where id in (
        select id from activities
        where status = 'planned' and "deletedAt" is null and "plannedStart" < ${before} and coalesce("plannedEnd", "plannedStart") < ${before}
        order by "plannedStart" limit ${BATCH} for update skip locked)
      returning id, version, subject, "customerId"`
    await recordMany(
      tx,
      missed.map(({ id, version, subject: title, customerId }) => ({
        type: 'activity.missed' as const,
        subject: id,
        title,
        version,
        customerId,
      })),
    )
    return missed.length
  })
