/** Comments in SQL: seen by who sees the record they are about. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { readsLabel } from '@rapport/domain/access/readable.ts'
import { commentFields, type CommentTarget } from '@rapport/domain/features/comments/comments.fields.ts'
import { commentPolicy, type CommentFacts } from '@rapport/domain/features/comments/comments.policy.ts'
import { column, recordSet, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { targetVisible } from '../../records/targets.ts'
import { contactRecords } from '../contacts/contacts.records.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'

/** What can be commented on, as record sets. */
export const commentedSets: Record<CommentTarget, RecordSet> = {
  customer: customerRecords,
  contact: contactRecords,
  opportunity: opportunityRecords,
}
const reach = (actor: Actor): Sql =>
  actor.kind === 'system' ? sql`true` : targetVisible(actor, 'comment', commentedSets)

// Whoever is called otherwise now is called so here too.
const mentions = (actor: Actor): Sql => sql`coalesce((
  select json_agg(json_build_object('id', person.id, 'label', ${readsLabel(actor, 'users') ? sql`person.name` : sql`''`}))
  from users person where person.id = any(comment."mentionIds")), '[]'::json)`

export const commentRecords = recordSet({
  noun: 'comments',
  personal: true,
  alias: 'comment',
  fields: commentFields,
  from: sql`comments comment left join users author on author.id = comment."createdById"`,
  visibleTo: (actor) => sql`comment."deletedAt" is null and ${reach(actor)}`,
  reach,
  computed: () => ({ threadId: sql`coalesce(comment."parentId", comment.id)` }),
  labels: { createdBy: sql`author.name` },
  parts: ({ actor }) => ({ mentions: { value: mentions(actor) } }),
  facts: () => ({ authorId: column('comment', 'createdById') }),
  can: (actor, row) => ({
    edit: commentPolicy.edit(actor, row as CommentFacts),
    delete: commentPolicy.delete(actor, row as CommentFacts),
  }),
  defaultSort: ['-createdAt'],
})
