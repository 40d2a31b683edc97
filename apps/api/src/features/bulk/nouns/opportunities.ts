/** Many deals at once. Their stage is moved one by one, because its criteria are asked of each. */
import { pushesAfter } from '@rapport/domain/features/opportunities/close-dates.ts'
import { opportunityFields } from '@rapport/domain/features/opportunities/opportunities.fields.ts'
import { insertRows } from '../../../records/insert-rows.ts'
import { column } from '../../../records/record-set.ts'
import { demandSource } from '../../../records/references.ts'
import { deleteOpportunity } from '../../opportunities/opportunity-deletions.commands.ts'
import { opportunityRecords } from '../../opportunities/opportunities.records.ts'
import type { BulkNoun } from '../bulk-noun.ts'

const own = (name: string) => column('opportunity', name)

export const opportunities: BulkNoun = {
  entity: 'opportunities',
  records: opportunityRecords,
  fields: opportunityFields,
  updated: 'opportunity.updated',
  transferred: 'opportunity.transferred',
  stored: {
    title: own('name'),
    customerId: own('customerId'),
    teamId: own('teamId'),
    pushCount: own('pushCount'),
    pushedDays: own('pushedDays'),
  },
  demandReferences: (tx, { sourceId }) => demandSource(tx, sourceId as string | null | undefined),
  followers: (_tx, { stored, values }, { expectedCloseAt }) => {
    if (expectedCloseAt === undefined) return {}
    const before = { pushCount: Number(stored.pushCount), pushedDays: Number(stored.pushedDays) }
    return pushesAfter(
      { ...before, expectedCloseAt: values.expectedCloseAt as string | null },
      expectedCloseAt as string | null,
    )
  },
  // A close date that moves is a fact of its own.
  beside: (tx, written) =>
    insertRows(
      tx,
      'close_date_changes',
      written.flatMap(({ row, before, after }) =>
        'expectedCloseAt' in after
          ? [
              {
                opportunityId: row.id,
                at: tx.now,
                byId: tx.actor.userId,
                from: before.expectedCloseAt,
                to: after.expectedCloseAt,
              },
            ]
          : [],
      ),
    ),
  remove: deleteOpportunity,
}
