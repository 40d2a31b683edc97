/** Many customers at once. */
import { customerFields } from '@rapport/domain/features/customers/customers.fields.ts'
import { decideSourceChange } from '@rapport/domain/features/customers/customers.rules.ts'
import { column, sql } from '../../../records/record-set.ts'
import { deleteCustomer } from '../../customers/customer-deletions.commands.ts'
import { demandReferences } from '../../customers/customer-references.queries.ts'
import { customerRecords } from '../../customers/customers.records.ts'
import { changeOwners } from '../../ownership-periods/ownership-periods.commands.ts'
import type { BulkNoun } from '../bulk-noun.ts'

const own = (name: string) => column('customer', name)

export const customers: BulkNoun = {
  entity: 'customers',
  records: customerRecords,
  fields: customerFields,
  updated: 'customer.updated',
  transferred: 'customer.transferred',
  stored: {
    title: own('name'),
    customerId: own('id'),
    ownedSince: sql`(${own('ownedSince')})::text`,
    teamId: own('teamId'),
    createdAt: sql`(${own('createdAt')})::text`,
    createdById: own('createdById'),
  },
  demandReferences: (tx, changes) => demandReferences(tx, changes),
  // The first source is a fact, which not everybody corrects at any time.
  refusal: (tx, { stored }, changes, { reason }) => {
    if (changes.sourceId === undefined) return null
    const born = { createdAt: new Date(String(stored.createdAt)), createdById: stored.createdById as string | null }
    const decision = decideSourceChange({ actor: tx.actor, now: tx.now, reason, ...born })
    return decision.ok ? null : decision.code
  },
  followers: (tx, _row, after) => ('ownerId' in after ? { ownedSince: tx.now.toISOString() } : {}),
  beside: (tx, written) =>
    changeOwners(
      tx,
      written.flatMap(({ row, after }) =>
        'ownerId' in after ? [{ recordId: row.id, ownerId: after.ownerId as string | null }] : [],
      ),
    ),
  remove: deleteCustomer,
}
