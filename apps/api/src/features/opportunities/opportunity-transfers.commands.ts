/** An opportunity gets another owner; stage, dates and history stay as they are. */
import type { Opportunity, OpportunityTransfer } from '@rapport/domain/features/opportunities/opportunities.ts'
import { opportunityVerbs } from '@rapport/domain/features/opportunities/opportunities.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record } from '../../events/record.ts'
import { demand, refuse } from '../../http/problems.ts'
import { visibleIds } from '../../records/find.ts'
import { openRecord } from '../../records/open.ts'
import { findOwner } from '../../records/references.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { readOpportunity } from './opportunities.queries.ts'
import { opportunityRecords } from './opportunities.records.ts'

/**
 * The answer is the deal as the former owner still sees it, or its id and version alone when he no longer does.
 * Errors: 403 for others than the owner and who stands above him, 422 `transfer.same_owner`, `reference.invalid`.
 */
export const transferOpportunity = (ctx: Ctx | Tx, id: string, sent: OpportunityTransfer): Promise<Opportunity> =>
  transact(ctx, async (tx) => {
    const before = await openRecord<Opportunity>(tx, opportunityRecords, id)
    demand(before.can.transfer)
    sameVersion(tx, before, sent.version === undefined ? {} : { version: sent.version })
    const stored = await tx.db.opportunity.findUniqueOrThrow({
      where: { id },
      select: { ownerId: true, owner: { select: { name: true } }, name: true, customerId: true },
    })
    if (stored.ownerId === sent.ownerId)
      refuse('transfer.same_owner', {}, [{ path: 'ownerId', code: 'transfer.same_owner' }])
    const { ownerId, teamId, name: to } = await findOwner(tx, sent.ownerId)
    await tx.db.opportunity.update({ where: { id }, data: { ownerId, teamId, ...stamp(tx) }, select: { id: true } })
    await record(tx, {
      type: 'opportunity.transferred',
      subject: id,
      customerId: stored.customerId,
      title: stored.name,
      version: before.version + 1,
      changes: [
        { field: 'ownerId', old: stored.ownerId, new: ownerId, labels: { old: stored.owner?.name ?? null, new: to } },
      ],
      data: { to },
      reason: sent.reason ?? null,
    })
    const stillVisible = await visibleIds(tx, opportunityRecords, [id])
    return stillVisible.has(id) ? readOpportunity(tx, id) : out(id, before.version + 1)
  })

const out = (id: string, version: number): Opportunity =>
  ({ id, version, can: Object.fromEntries(opportunityVerbs.map((verb) => [verb, false])) }) as Opportunity
