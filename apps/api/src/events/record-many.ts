/** The events of a batch, in the transaction of its changes. */
import { events } from '@rapport/domain/events.ts'
import type { Tx } from '../ctx.ts'
import { givenRows, type GivenColumn } from '../records/given-rows.ts'
import { newIds } from '../records/insert-rows.ts'
import { join, raw, sql, type Sql } from '../records/record-set.ts'
import { apart, CHANNEL, type EventInput } from './record.ts'
import { subscriptions } from './subscriptions.ts'

/**
 * The events of a batch in one statement. Open streams are told of the last one, which is enough to make them ask again;
 * who reads the feed gets them all. Returns the ids in the order given.
 */
export const recordMany = async (tx: Tx, inputs: readonly EventInput[]): Promise<string[]> => {
  const [first] = inputs
  if (!first) return []
  // A command that writes many may be asked for one, and is then a request about this one.
  if (inputs.length === 1) tx.subject ??= { entity: events[first.type].noun, id: first.subject }
  const ids = newIds(inputs.length)
  const { insert, tell } = manyEvents(tx, inputs, ids)
  await tx.db.$executeRaw(insert)
  await tell(tx)
  return ids
}

/** The same for who writes them together with their changes: by `insert`, and `tell` once that is done. At least one. */
export const manyEvents = (
  ctx: Tx,
  inputs: readonly EventInput[],
  ids: readonly string[],
): { insert: Sql; tell: (tx: Tx) => Promise<void> } => {
  const parts = inputs.map((input) => apart(events[input.type].noun, input))
  const columns = columnsOf(
    ids,
    inputs,
    parts.map(({ changes }) => changes),
  )
  const names = join(
    columns.map(({ name }) => raw(`"${name}"`)),
    ', ',
  )
  const insert = sql`
    insert into events (at, "actorType", "actorId", ip, "requestId", "causeEventId", depth, ${names})
    select ${ctx.now}::timestamptz, ${ctx.actor.kind}, ${ctx.actor.userId}::uuid, ${ctx.ip}, ${ctx.requestId}, ${ctx.cause?.eventId ?? null}::uuid,
      ${ctx.cause ? ctx.cause.depth + 1 : 0}::int, ${names} from ${givenRows(columns)} given`
  const personal = parts.flatMap((part, at) => part.personal.map((one) => ({ ...one, eventId: ids[at] })))
  const tell = async (tx: Tx) => {
    await keepApart(tx, personal)
    for (const [at, { type }] of inputs.entries())
      for (const consumer of subscriptions[type] ?? [])
        await tx.services.enqueue(tx.db, consumer, { eventId: ids[at] ?? '' })
    await tx.db.$queryRaw`select pg_notify(${CHANNEL}, ${ids.at(-1)})::text`
  }
  return { insert, tell }
}

const columnsOf = (ids: readonly string[], inputs: readonly EventInput[], changes: unknown[]): GivenColumn[] => {
  const of = (name: string, type: string, read: (input: EventInput) => unknown) => ({
    name,
    type,
    values: inputs.map(read),
  })
  return [
    { name: 'id', type: 'uuid', values: ids },
    of('type', 'text', ({ type }) => type),
    of('action', 'text', ({ type }) => events[type].action),
    of('entity', 'text', ({ type }) => events[type].noun),
    of('recordId', 'uuid', ({ subject }) => subject),
    of('customerId', 'uuid', ({ customerId }) => customerId),
    of('recordVersion', 'int', ({ version }) => version),
    of('title', 'text', ({ title }) => title),
    of('data', 'jsonb', ({ data = {} }) => data),
    of('reason', 'text', ({ reason }) => reason),
    { name: 'changes', type: 'jsonb', values: changes },
  ]
}

const keepApart = async (tx: Tx, personal: readonly object[]): Promise<void> => {
  if (personal.length === 0) return
  await tx.db.$executeRaw`
    insert into event_personal_values ("eventId", field, old, new)
    select one."eventId", one.field, one.old, one.new
    from jsonb_to_recordset(${JSON.stringify(personal)}::jsonb) as one("eventId" uuid, field text, old jsonb, new jsonb)`
}
