/** Writes the event of a change, with its jobs and the notice to open streams, in the transaction of the change. */
import { events, type EventType } from '@rapport/domain/events.ts'
import type { Tx } from '../ctx.ts'
import { recordSets } from '../records/all.ts'
import { subscriptions, subscriptionsAlone, subscriptionsGiven } from './subscriptions.ts'

export type Change = { field: string; old: unknown; new: unknown; labels?: { old: unknown; new: unknown } }

export type EventInput = {
  type: EventType
  subject: string
  /** What people call the record, as it is at this moment. */
  title: string
  version?: number
  customerId?: string | null
  changes?: Change[]
  /** Fields that are personal on this record beyond those marked so for its noun (the name of a customer who is a person). */
  personal?: readonly string[]
  /** Facts the sentence or a reaction needs. */
  data?: Record<string, unknown>
  reason?: string | null
  /** Whose the record becomes by this. */
  givenTo?: string | null
  /** Whose notices are others by this: his open pages ask again. */
  concerns?: string | null
}

/** Streams listen here; the payload is the event's id. */
export const CHANNEL = 'rapport_events'

/** What follows this word on the channel is a person: the open pages of nobody else hear of it, and they hear no more than that. */
export const PERSON = 'person '

/** Returns the event's id. */
export const record = async (tx: Tx, input: EventInput): Promise<string> => {
  const { noun, action } = events[input.type]
  tx.subject ??= { entity: noun, id: input.subject }
  const { changes, personal } = apart(noun, input)
  // What one gives to oneself is nobody's business.
  const isGiven = Boolean(input.givenTo) && input.givenTo !== tx.actor.userId
  const data = { ...input.data, ...(isGiven && { givenTo: input.givenTo }) }
  const { concerns = null } = input
  const [row] = await tx.db.$queryRaw<{ id: string }[]>`
    with written as (
      insert into events (at, "actorType", "actorId", action, type, entity, "recordId", "customerId", "recordVersion", title, changes, data, reason, ip, "requestId", "causeEventId", depth)
      values (${tx.now}, ${tx.actor.kind}, ${tx.actor.userId}::uuid, ${action}, ${input.type}, ${noun}, ${input.subject}::uuid,
        ${input.customerId ?? null}::uuid, ${input.version ?? null}, ${input.title}, ${JSON.stringify(changes)}::jsonb, ${JSON.stringify(data)}::jsonb,
        ${input.reason ?? null}, ${tx.ip}, ${tx.requestId}, ${tx.cause?.eventId ?? null}::uuid, ${tx.cause ? tx.cause.depth + 1 : 0})
      returning id
    ), kept_apart as (
      insert into event_personal_values ("eventId", field, old, new)
      select written.id, one.field, one.old, one.new
      from written, jsonb_to_recordset(${JSON.stringify(personal)}::jsonb) as one(field text, old jsonb, new jsonb)
    )
    select id, pg_notify(${CHANNEL}, id::text)::text,
      case when ${concerns}::text is not null then pg_notify(${CHANNEL}, ${PERSON} || ${concerns}::text)::text end
    from written`
  const eventId = row?.id ?? ''
  const consumers = [
    ...(subscriptions[input.type] ?? []),
    ...(subscriptionsAlone[input.type] ?? []),
    ...((isGiven && subscriptionsGiven[input.type]) || []),
  ]
  for (const consumer of consumers) await tx.services.enqueue(tx.db, consumer, { eventId })
  return eventId
}

/**
 * Open streams hear once more of an event that the feed has already: what it tells of went on in the same way. Nothing is
 * added to the feed, and no job is made.
 */
export const tellAgain = async (tx: Tx, { id, entity, recordId }: Told): Promise<void> => {
  tx.subject ??= { entity, id: recordId }
  await tx.db.$queryRaw`select pg_notify(${CHANNEL}, ${id})::text`
}
type Told = { id: string; entity: string; recordId: string }

/** The open pages of these people hear that they were told something. */
export const tellPeople = async (tx: Tx, userIds: readonly string[]): Promise<void> => {
  await tx.db.$queryRaw`select pg_notify(${CHANNEL}, ${PERSON} || id)::text from unnest(${[...userIds]}::text[]) id`
}

/** Values of personal fields lie apart, so that an erasure can delete them and leave the event. */
export const apart = (noun: string, { changes = [], personal = [] }: EventInput) => {
  const fields = recordSets()[noun]?.fields ?? {}
  const isPersonal = (name: string) => personal.includes(name) || fields[name]?.sensitive === 'personal'
  return {
    changes: changes.map((change) => (isPersonal(change.field) ? { field: change.field } : change)),
    personal: changes.filter((change) => isPersonal(change.field)),
  }
}

/** The differences between two states of a record, field by field, for the audit sentence. */
export const changesBetween = (before: Record<string, unknown>, after: Record<string, unknown>): Change[] =>
  Object.keys(after).flatMap((field) => {
    const [old, next] = [plain(before[field]), plain(after[field])]
    return JSON.stringify(old) === JSON.stringify(next) ? [] : [{ field, old, new: next }]
  })

const plain = (value: unknown): unknown => {
  if (value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null && 'toFixed' in value ? String(value) : value
}
