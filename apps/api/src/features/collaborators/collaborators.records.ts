/** Collaborators in SQL; who sees the record they belong to is asked before. */
import { collaboratorFields } from '@rapport/domain/features/collaborators/collaborators.fields.ts'
import { recordSet, sql, type RecordSet } from '../../records/record-set.ts'
import { lasts } from '../../records/scope.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'

export type SharedType = 'customer' | 'opportunity'

/** What access can be lent to. */
export const sharedSets: Record<SharedType, RecordSet> = { customer: customerRecords, opportunity: opportunityRecords }

export const collaboratorRecords = recordSet({
  noun: 'collaborators',
  alias: 'lent',
  fields: collaboratorFields,
  from: sql`collaborators lent left join users person on person.id = lent."userId" left join users giver on giver.id = lent."grantedById"`,
  visibleTo: () => sql`${lasts('lent')} and person.status <> 'left'`,
  labels: { user: sql`person.name`, grantedBy: sql`giver.name` },
  // Who was lent access gives it back himself; taking it from others is the record's `share`.
  facts: () => ({ lentTo: sql`lent."userId"` }),
  can: (actor, row) => ({ leave: row.lentTo === actor.userId }),
  defaultSort: ['createdAt'],
})
