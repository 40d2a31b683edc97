/** An opportunity goes into the trash with its activities. */
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { recordMany } from '../../events/record-many.ts'
import { demand } from '../../http/problems.ts'
import { deriveTimes } from '../../records/next-actions.ts'
import { openRecord } from '../../records/open.ts'
import { sql } from '../../records/record-set.ts'
import { moveToTrash, sameVersionIfSent, type Leaving } from '../../records/trash.ts'
import { opportunityRecords } from './opportunities.records.ts'

/** Errors: 404, 403, 412 for a stale version when one is sent. */
export const deleteOpportunity = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const deal = await openRecord<Opportunity>(tx, opportunityRecords, id)
    demand(deal.can.delete)
    sameVersionIfSent(tx, deal)
    await removeOpportunities(tx, [deal])
  })

/** Many into the trash, each with its activities. */
export const removeOpportunities = async (tx: Tx, deals: readonly Leaving[]): Promise<void> => {
  const ids = deals.map(({ id }) => id)
  const stored = await tx.db.opportunity.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, customerId: true },
  })
  const known = new Map(stored.map((one) => [one.id, one]))
  await moveToTrash(tx, 'opportunities', sql`row.id = any(${ids}::uuid[])`)
  const activities = await moveToTrash(
    tx,
    'activities',
    sql`row."opportunityId" = any(${ids}::uuid[])`,
    sql`row."opportunityId"`,
  )
  const subjects = stored.map(({ id, customerId }) => ({ customerId, opportunityId: id, contactId: null }))
  await deriveTimes(tx, subjects)
  await recordMany(
    tx,
    deals.map(({ id, version }) => ({
      type: 'opportunity.deleted',
      subject: id,
      customerId: known.get(id)?.customerId ?? null,
      title: known.get(id)?.name ?? '',
      version: version + 1,
      data: { activities: activities.get(id) ?? 0 },
    })),
  )
}
