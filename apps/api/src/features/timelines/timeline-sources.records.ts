/** What a timeline is joined from, in SQL: what was done for a record, what was said about it, and what happened to it and to what hangs on it. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import { isClear } from '@rapport/domain/access/readable.ts'
import type { TimelineNoun } from '@rapport/domain/features/timelines/timeline-kinds.ts'
import type { Told, ToldEvents } from '@rapport/domain/features/timelines/timelines.rules.ts'
import { recordSets } from '../../records/all.ts'
import { column, join, sql, type Sql } from '../../records/record-set.ts'
import { recordVisible } from '../events/events.records.ts'

/** When an activity was done; imported ones may know only when they were entered. The indexes of the migration say the same. */
export const doneAt = sql`coalesce(activity."actualEnd", activity."actualStart", activity."updatedAt")`

export const saidAt = sql`comment."createdAt"`

const places = { customers: 'customerId', contacts: 'contactId', opportunities: 'opportunityId' } as const

/** The activities done for the record; null when the reader is told of none. Who sees them is asked apart. */
export const doneFor = (of: TimelineNoun, id: string, { activities }: Told): Sql | null => {
  if (activities === 'none') return null
  const kinds = activities === 'all' ? sql`` : sql` and activity.kind = any(${[...activities]}::text[])`
  return sql`${column('activity', places[of])} = ${id}::uuid and activity.status = 'done'${kinds}`
}

const typeOf = { customers: 'customer', contacts: 'contact', opportunities: 'opportunity' } as const

/** What was said about the record; null when the reader is told of none. Who sees them is asked apart. */
export const saidAbout = (of: TimelineNoun, id: string, { comments }: Told): Sql | null => {
  if (comments === 'none') return null
  if (comments === 'all') return sql`comment."customerId" = ${id}::uuid`
  return sql`comment."targetType" = ${typeOf[of]} and comment."targetId" = ${id}::uuid`
}

/** The events of the record that the reader may see now and is told of; null when there are none for him. */
export const toldAbout = (actor: Actor, of: TimelineNoun, id: string, { events }: Told): Sql | null => {
  if (events.length === 0) return null
  const place = of === 'customers' ? sql`event."customerId" = ${id}::uuid` : sql`event."recordId" = ${id}::uuid`
  const nouns = events.map((told) => sql`(${isTold(told)} and ${isSeen(actor, told)})`)
  return sql`${place} and (${join(nouns, ' or ')})`
}

const isTold = ({ noun, types, updates, fields }: ToldEvents): Sql => {
  const plain = sql`event.type = any(${types}::text[])`
  const touched = sql`exists (select 1 from jsonb_array_elements(event.changes) as change where change->>'field' = any(${fields}::text[]))`
  return sql`event.entity = ${noun} and (${plain} or (event.type = any(${updates}::text[]) and ${touched}))`
}

const isSeen = (actor: Actor, { noun }: ToldEvents): Sql => {
  const set = recordSets()[noun]
  return set ? recordVisible(set, actor) : sql`false`
}

/** The condition that it is pinned, or that it is not; none where nobody asks, or for who may not read it. */
export const byPinned = (actor: Actor, pinned: boolean | undefined): Sql => {
  if (pinned === undefined || !isClear(actor, 'activities', 'pinned')) return sql``
  return pinned ? sql` and activity.pinned` : sql` and not activity.pinned`
}

const persons = { activity: sql`activity."ownerId"`, comment: sql`comment."createdById"`, event: sql`event."actorId"` }

/** For each source the condition that this person did it; none where nobody is named. The indexes in order are read all the same. */
export const byPerson = (id: string | undefined): Record<keyof typeof persons, Sql> => {
  const did = (column: Sql) => (id === undefined ? sql`` : sql` and ${column} = ${id}::uuid`)
  return { activity: did(persons.activity), comment: did(persons.comment), event: did(persons.event) }
}
