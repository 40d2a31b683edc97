/** An opportunity goes into the trash with its activities. */
import type { Opportunity } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand } from '../../http/problems.ts'
import { deriveTimes } from '../../records/next-actions.ts'
import { openRecord } from '../../records/open.ts'
import { sql } from '../../records/record-set.ts'
import { moveToTrash, sameVersionIfSent } from '../../records/trash.ts'
import { opportunityRecords } from './opportunities.records.ts'

/** Errors: 404, 403, 412 for a stale version when one is sent. */
export const deleteOpportunity = (ctx: Ctx | Tx, id: string): Promise<void> =>
  transact(ctx, async (tx) => {
    const deal = await openRecord<Opportunity>(tx, opportunityRecords, id)
    demand(deal.can.delete)
    sameVersionIfSent(tx, deal)
    const stored = await tx.db.opportunity.findUniqueOrThrow({
      where: { id },
      select: { name: true, customerId: true },
    })
    await moveToTrash(tx, id, 'opportunities', sql`row.id = ${id}::uuid`)
    const activities = await moveToTrash(tx, id, 'activities', sql`row."opportunityId" = ${id}::uuid`)
    await deriveTimes(tx, [{ customerId: stored.customerId, opportunityId: id, contactId: null }])
    await record(tx, {
      type: 'opportunity.deleted',
      subject: id,
      customerId: stored.customerId,
      title: stored.name,
      version: deal.version + 1,
      data: { activities },
    })
  })
