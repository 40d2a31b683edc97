/** Events in SQL: an event is seen by who sees the record it tells of, now. */
import { may, type Actor } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import { isClear, readsLabel } from '@rapport/domain/access/readable.ts'
import { eventFields } from '@rapport/domain/features/events/events.fields.ts'
import { recordSets } from '../../records/all.ts'
import { hasRow } from '../../records/from.ts'
import { column, join, recordSet, sql, type RecordSet, type Sql } from '../../records/record-set.ts'

/** What concerns rights and people's doings rather than records is for auditors. */
const auditActions = ['login', 'rights', 'read', 'export', 'reveal']

const visibleEvents = (actor: Actor, entities?: readonly string[]): Sql => {
  const perNoun = Object.entries(recordSets()).flatMap(([entity, set]) =>
    entities && !entities.includes(entity)
      ? []
      : set.personal || may(actor, `${set.noun}.read` as Permission)
        ? [sql`(event.entity = ${entity} and ${recordVisible(set, actor)})`]
        : [],
  )
  const ofRecords = perNoun.length === 0 ? sql`false` : sql`(${join(perNoun, ' or ')})`
  if (!may(actor, 'audit.read')) return sql`${ofRecords} and event.action <> all(${auditActions}::text[])`
  // A job is its owner's alone, but what was carried out of the house by one is not.
  return sql`(${ofRecords} or event.action = 'export' or event.entity <> all(${Object.keys(recordSets())}::text[]))`
}

const SETS = 200 // of what one change tells is of few nouns
const narrowed = new Map<string, RecordSet>()

/** Events of these nouns alone: to ask for all nouns takes PostgreSQL longer to plan than to answer. */
export const eventsOf = (entities: readonly string[]): RecordSet => {
  const key = entities.toSorted().join(' ')
  const known = narrowed.get(key)
  if (known) return known
  const among = sql`event.entity = any(${[...entities]}::text[])`
  const visibleTo = (actor: Actor) => sql`(${among} and ${visibleEvents(actor, entities)})`
  const set = recordSet({ ...eventRecords, visibleTo })
  if (narrowed.size < SETS) narrowed.set(key, set)
  return set
}

/**
 * Whether the actor sees the record `event` tells of. That it went into the trash is told to who saw it before. It is asked of
 * each event by itself: all the actor sees of a large company would be found first otherwise, for a page of some hundred events.
 */
export const recordVisible = (set: RecordSet, actor: Actor): Sql => {
  const gone = set.reach ? sql` or (event.action = 'delete' and ${set.reach(actor, true)})` : sql``
  return hasRow(set, sql`${column(set.alias, 'id')} = event."recordId" and ((${set.visibleTo(actor, true)})${gone})`)
}

// The title is what people call the record: who may not read that field of its noun does not read it here.
const title = (actor: Actor): Sql => {
  const nameless = Object.keys(recordSets()).filter((entity) => !readsLabel(actor, entity))
  return nameless.length === 0
    ? sql`event.title`
    : sql`(case when event.entity = any(${nameless}::text[]) then '' else event.title end)`
}

/** The customer an event hangs on, for who may know of its record that it does. */
export const customerOf = (actor: Actor): Sql => {
  const apart = Object.entries(recordSets()).flatMap(([entity, { noun, fields }]) =>
    'customerId' in fields && !isClear(actor, noun, 'customerId') ? [entity] : [],
  )
  return apart.length === 0
    ? sql`event."customerId"`
    : sql`(case when event.entity = any(${apart}::text[]) then null else event."customerId" end)`
}

const personal = sql`(select json_agg(json_build_object('field', one.field, 'old', one.old, 'new', one.new))
  from event_personal_values one where one."eventId" = event.id)`

export const eventRecords = recordSet({
  noun: 'events',
  alias: 'event',
  fields: eventFields,
  from: sql`events event left join users actor on actor.id = event."actorId"`,
  visibleTo: (actor) => visibleEvents(actor),
  computed: ({ actor }) => ({ title: title(actor), customerId: customerOf(actor) }),
  // Raw material: event-reply.ts makes of it what the reader may know.
  parts: ({ actor }) => ({
    text: {
      value: sql`json_build_object('type', event.type, 'entity', event.entity, 'title', ${title(actor)}, 'data', event.data,
        'actor', ${readsLabel(actor, 'users') ? sql`coalesce(actor.name, '')` : sql`''::text`})`,
    },
    changes: { value: sql`json_build_object('entity', event.entity, 'plain', event.changes, 'personal', ${personal})` },
  }),
  labels: { actor: sql`actor.name` },
  can: () => ({}),
  defaultSort: ['-id'],
})
