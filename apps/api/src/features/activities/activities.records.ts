/** Activities in SQL: seen through their customer or deal, or by their own owner and team; private ones by their owner alone. */
import { may, scopeOf, type Actor } from '@rapport/domain/access/actor.ts'
import type { Action } from '@rapport/domain/access/permissions.ts'
import { activityFields } from '@rapport/domain/features/activities/activities.fields.ts'
import { activityPolicy, type ActivityFacts } from '@rapport/domain/features/activities/activities.policy.ts'
import { column, recordSet, type Sql, sql } from '../../records/record-set.ts'
import { searchedText } from '../../records/searched.ts'
import { withinScope } from '../../records/scope.ts'
import { customerRecords, throughCustomer } from '../customers/customers.records.ts'
import { opportunityReach, opportunityRecords } from '../opportunities/opportunities.records.ts'

const mine = (actor: Actor, name: 'ownerId' | 'createdById'): Sql =>
  actor.userId === null ? sql`false` : sql`${column('activity', name)} = ${actor.userId}::uuid`

const notOthersPrivate = (actor: Actor): Sql => sql`(not activity.private or ${mine(actor, 'ownerId')})`
const ownOrAuthored = (actor: Actor, action: Action = 'read'): Sql =>
  sql`(${withinScope(actor, 'activities', 'activity', action)} or ${mine(actor, 'createdById')})`

// A deal without customer is seen by its own owner, and so is what was done for it.
const throughOpportunity = (actor: Actor, few: boolean): Sql => {
  if (!may(actor, 'opportunities.read')) return sql`false`
  const live = sql`o."deletedAt" is null and ${opportunityReach(actor, 'o', false, few)}`
  return few
    ? sql`exists (select 1 from opportunities o where o.id = activity."opportunityId" and ${live})`
    : sql`activity."opportunityId" in (select o.id from opportunities o where ${live})`
}

const inReach = (actor: Actor, few: boolean): Sql =>
  scopeOf(actor, 'activities') === 'all'
    ? sql`true`
    : sql`(${ownOrAuthored(actor)} or ${throughCustomer(actor, column('activity', 'customerId'), { few })} or ${throughOpportunity(actor, few)})`

/** The activities within the actor's reach; the trash is not left out here. With `few` each is asked by itself. */
export const activityReach = (actor: Actor, few = false): Sql =>
  sql`${notOthersPrivate(actor)} and ${inReach(actor, few)}`

export const activityRecords = recordSet({
  noun: 'activities',
  alias: 'activity',
  fields: activityFields,
  from: sql`activities activity left join customers customer on customer.id = activity."customerId"
    left join opportunities opportunity on opportunity.id = activity."opportunityId"
    left join contacts contact on contact.id = activity."contactId"
    left join users owner on owner.id = activity."ownerId" left join teams team on team.id = activity."teamId"
    left join dictionary_items outcome on outcome.id = activity."outcomeId"`,
  visibleTo: (actor, few) => sql`activity."deletedAt" is null and ${activityReach(actor, few)}`,
  reach: (actor, few) => activityReach(actor, few),
  restorable: (actor) => sql`${notOthersPrivate(actor)} and ${ownOrAuthored(actor, 'delete')}`,
  title: sql`activity.subject`,
  labels: {
    customer: sql`customer.name`,
    opportunity: sql`opportunity.name`,
    contact: sql`contact.name`,
    owner: sql`owner.name`,
    team: sql`team.label`,
    outcome: sql`outcome.label`,
  },
  related: { customer: () => customerRecords, opportunity: () => opportunityRecords },
  search: searchedText({ subject: sql`activity.subject` }),
  facts: ({ actor }) => ({
    status: column('activity', 'status'),
    ownerId: column('activity', 'ownerId'),
    teamId: column('activity', 'teamId'),
    writable: sql`(${ownOrAuthored(actor, 'update')}) is true`,
  }),
  can: (actor, row) => {
    const facts = row as ActivityFacts
    return {
      edit: activityPolicy.edit(actor, facts),
      start: activityPolicy.command(actor, facts, 'start'),
      complete: activityPolicy.command(actor, facts, 'complete'),
      defer: activityPolicy.command(actor, facts, 'defer'),
      cancel: activityPolicy.command(actor, facts, 'cancel'),
      delete: activityPolicy.delete(actor, facts),
    }
  },
  defaultSort: ['-updatedAt'],
})
