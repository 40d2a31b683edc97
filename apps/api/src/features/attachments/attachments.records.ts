/** Files in SQL: seen by who sees the record they belong to. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { attachmentFields, type AttachmentTarget } from '@rapport/domain/features/attachments/attachments.fields.ts'
import { attachmentPolicy, type AttachmentFacts } from '@rapport/domain/features/attachments/attachments.policy.ts'
import { column, recordSet, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { targetVisible } from '../../records/targets.ts'
import { activityRecords } from '../activities/activities.records.ts'
import { contactRecords } from '../contacts/contacts.records.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'

/** What files belong to, as record sets. */
export const attachedSets: Record<AttachmentTarget, RecordSet> = {
  customer: customerRecords,
  contact: contactRecords,
  opportunity: opportunityRecords,
  activity: activityRecords,
}
const reach = (actor: Actor): Sql =>
  actor.kind === 'system' ? sql`true` : targetVisible(actor, 'attachment', attachedSets)

export const attachmentRecords = recordSet({
  noun: 'attachments',
  personal: true,
  alias: 'attachment',
  fields: attachmentFields,
  from: sql`attachments attachment left join users author on author.id = attachment."createdById"`,
  visibleTo: (actor) => sql`attachment."deletedAt" is null and ${reach(actor)}`,
  reach,
  labels: { createdBy: sql`author.name` },
  facts: () => ({ authorId: column('attachment', 'createdById') }),
  can: (actor, row) => ({ delete: attachmentPolicy.delete(actor, row as AttachmentFacts) }),
  defaultSort: ['-createdAt'],
})
