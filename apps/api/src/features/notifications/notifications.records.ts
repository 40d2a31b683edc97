/** Notices in SQL: everybody's own, and of those only what is about a record he sees now; what it is called comes from there. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { isClear, readsLabel } from '@rapport/domain/access/readable.ts'
import type { NoticeGroup, NoticeTarget } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { notificationFields } from '@rapport/domain/features/notifications/notifications.fields.ts'
import { column, join, recordSet, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { targetVisible } from '../../records/targets.ts'
import { activityRecords } from '../activities/activities.records.ts'
import { contactRecords } from '../contacts/contacts.records.ts'
import { customerRecords } from '../customers/customers.records.ts'
import { importRecords } from '../imports/imports.records.ts'
import { jobRecords } from '../jobs/jobs.records.ts'
import { opportunityRecords } from '../opportunities/opportunities.records.ts'

const sets: Record<NoticeTarget, RecordSet> = {
  customer: customerRecords,
  contact: contactRecords,
  opportunity: opportunityRecords,
  activity: activityRecords,
  import: importRecords,
  job: jobRecords,
}

const mine = (actor: Actor): Sql => sql`notification."userId" = ${actor.userId}::uuid`
// What is done, given up or put off beyond the notice is nothing to be done any more; what was missed is not due besides.
const stillToDo = (alias: 'notification' | 'held'): Sql =>
  sql`(${column(alias, 'kind')} not in ('due', 'missed') or exists (select 1 from activities plan
    where plan.id = ${column(alias, 'targetId')} and plan."plannedStart" <= ${column(alias, 'createdAt')}
    and case ${column(alias, 'kind')} when 'due' then plan.status in ('planned', 'inProgress') else plan.status = 'missed' end))`

const seen = (actor: Actor, alias: 'notification' | 'held'): Sql =>
  sql`(${column(alias, 'targetType')} is null or ${targetVisible(actor, alias, sets)}) and ${stillToDo(alias)}`

// What a digest tells of, as far as its reader sees it now.
const cameIn = (actor: Actor): Sql => sql`notifications held where held."userId" = notification."userId"
  and held."heldUntil" = notification."heldUntil" and held.kind <> 'digest' and ${seen(actor, 'held')}`

// It stands there before the quiet hours end, and is nothing where nothing else is.
const isTold = (actor: Actor): Sql =>
  sql`(notification.kind <> 'digest' or (notification."heldUntil" <= now() and exists (select 1 from ${cameIn(actor)})))`

const visibleTo = (actor: Actor): Sql =>
  actor.kind === 'system' ? sql`true` : sql`(${mine(actor)} and ${seen(actor, 'notification')} and ${isTold(actor)})`

const titleOf = (actor: Actor, type: NoticeTarget): Sql => {
  const { title, noun } = sets[type]
  if (type === 'import') return isClear(actor, 'imports', 'fileName') ? sql`import."fileName"` : sql`''`
  return title && readsLabel(actor, noun) ? title : sql`''`
}

// What was planned stands on the page of what it is about.
const placeOfActivity = (actor: Actor): Sql => {
  const places = [
    ['opportunityId', 'opportunities'],
    ['customerId', 'customers'],
    ['contactId', 'contacts'],
  ] as const
  const known = places.filter(([name]) => isClear(actor, 'activities', name))
  const cases = known.map(([name, noun]) => {
    const id = column('activity', name)
    return sql`when ${id} is not null then json_build_object('noun', ${noun}::text, 'id', ${id})`
  })
  return cases.length === 0 ? sql`null::json` : sql`(case ${join(cases, ' ')} end)`
}

const pageOf = (actor: Actor, type: NoticeTarget): Sql =>
  type === 'activity'
    ? placeOfActivity(actor)
    : sql`json_build_object('noun', ${sets[type].noun}::text, 'id', notification."targetId")`

const target = (actor: Actor): Sql => {
  const cases = (Object.keys(sets) as NoticeTarget[]).map((type) => {
    const { from, alias } = sets[type]
    const shown = sql`json_build_object('title', coalesce((${titleOf(actor, type)})::text, ''), 'page', ${pageOf(actor, type)})`
    return sql`when ${type} then (select ${shown} from ${from} where ${column(alias, 'id')} = notification."targetId")`
  })
  return sql`coalesce(case notification."targetType" ${join(cases, ' ')} end, json_build_object('title', '', 'page', null))`
}

const countOf = (group: NoticeGroup): Sql => sql`count(*) filter (where held."group" = ${group})::int`
const came = (actor: Actor): Sql =>
  sql`(case when notification.kind = 'digest' then (select json_build_object('todo', ${countOf('todo')},
    'mention', ${countOf('mention')}, 'system', ${countOf('system')}) from ${cameIn(actor)}) end)`

export const notificationRecords = recordSet({
  noun: 'notifications',
  personal: true,
  alias: 'notification',
  fields: notificationFields,
  from: sql`notifications notification left join users actor on actor.id = notification."actorId"`,
  visibleTo,
  labels: { actor: sql`actor.name` },
  parts: ({ actor }) => ({ target: { value: target(actor) }, came: { value: came(actor) } }),
  can: () => ({ read: true }),
  defaultSort: ['-createdAt'],
})
