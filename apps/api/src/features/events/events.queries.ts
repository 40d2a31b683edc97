/** Reading events: newest first as a list, oldest first as a feed, and those of one record as its timeline. */
import type { Actor } from '@rapport/domain/access/actor.ts'
import type { ListQuery } from '@rapport/domain/contract/page.ts'
import type { Field } from '@rapport/domain/field/kinds.ts'
import type { EventQuery } from '@rapport/domain/features/events/events.contract.ts'
import type { Event } from '@rapport/domain/features/events/events.ts'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { recordSets } from '../../records/all.ts'
import { visibleIds } from '../../records/find.ts'
import { listRecords, type Page } from '../../records/list.ts'
import { recordSet, sql, type RecordSet, type Sql } from '../../records/record-set.ts'
import { readFeed } from './event-feed.queries.ts'
import { presentEvents } from './event-reply.ts'
import { selectRows } from '../../records/rows.ts'
import { customerOf, eventRecords, eventsOf } from './events.records.ts'

export const listEvents = (ctx: Ctx, { since, ...query }: EventQuery): Promise<Page<Event>> =>
  since === undefined ? page(ctx, query, undefined, setFor(query)) : readFeed(ctx, query, since)

// The history of a record says of which noun it is.
const setFor = ({ filter }: ListQuery): RecordSet => {
  const conditions = filter && 'and' in filter ? filter.and : [filter]
  const entities = conditions.flatMap((one) =>
    one && 'field' in one && one.field === 'entity' && one.op === 'eq' ? [String(one.value)] : [],
  )
  return entities.length === 1 && entities[0]! in recordSets() ? eventsOf(entities) : eventRecords
}

/** Of these events, which tell of these nouns, those the caller may see at this moment, as he may know them. */
export const visibleEvents = async (
  ctx: Ctx,
  ids: readonly string[],
  entities: readonly string[],
): Promise<Event[]> => {
  if (ids.length === 0) return []
  const among = sql`event.id = any(${[...ids]}::uuid[])`
  const { items } = await page(ctx, { limit: 200, sort: ['id'], total: 'none' }, among, eventsOf(entities))
  return items
}

/** The nouns these events tell of. */
export const entitiesOf = async (ctx: Ctx, ids: readonly string[]): Promise<string[]> =>
  (
    await selectRows<{ entity: string }>(
      ctx,
      sql`select distinct entity from events where id = any(${[...ids]}::uuid[])`,
    )
  ).map(({ entity }) => entity)

const page = async (ctx: Ctx, query: ListQuery, extra?: Sql, set = eventRecords): Promise<Page<Event>> => {
  const { items, ...rest } = await listRecords<Event>(ctx, set, query, extra)
  return { items: await presentEvents(ctx, items), ...rest }
}

// Those of one record are read in the order of an index that begins with the record; of all events there is none by time.
const byTime = recordSet({
  ...eventRecords,
  fields: { ...eventRecords.fields, at: { ...eventRecords.fields.at!, sortable: true } as Field },
  defaultSort: ['-at'],
})

const timelines = {
  customers: (id: string, actor: Actor) => sql`${customerOf(actor)} = ${id}::uuid`,
  contacts: (id: string) => withActivities(id, sql`a."contactId" = ${id}::uuid`),
  opportunities: (id: string) => withActivities(id, sql`a."opportunityId" = ${id}::uuid`),
} satisfies Record<string, (id: string, actor: Actor) => Sql>

const withActivities = (id: string, ofRecord: Sql): Sql =>
  sql`(event."recordId" = ${id}::uuid or (event.entity = 'activities' and event."recordId" in (select a.id from activities a where ${ofRecord})))`

/** What happened to one record and what hangs on it. Errors: 404 when the record is absent or invisible. */
export const listTimeline = async (
  ctx: Ctx,
  entity: keyof typeof timelines,
  id: string,
  query: ListQuery,
): Promise<Page<Event>> => {
  const set = recordSets()[entity] ?? refuse('record.notFound')
  if (!(await visibleIds(ctx, set, [id])).has(id)) refuse('record.notFound')
  return page(ctx, query, timelines[entity](id, ctx.actor), byTime)
}
