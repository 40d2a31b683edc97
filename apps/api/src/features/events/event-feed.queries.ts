/**
 * The feed for integrations. Events are ordered by the transaction that wrote them, and a page ends before the oldest
 * transaction still running: whatever commits late stands after every cursor given out so far, so nothing is skipped.
 */
import type { ListQuery } from '@rapport/domain/contract/page.ts'
import { isInstant } from '@rapport/domain/field/schemas.ts'
import type { Event } from '@rapport/domain/features/events/events.ts'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { decodeCursor, encodeCursor, type CursorScope } from '../../records/keyset.ts'
import { whereOf, type Page } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import { raw, sql, type RowView, type Sql } from '../../records/record-set.ts'
import { presenter, selectList } from '../../records/row.ts'
import { presentEvents } from './event-reply.ts'
import { eventRecords } from './events.records.ts'

const NOTHING = '00000000-0000-0000-0000-000000000000'
const LIMITS = [50, 100, 200]
type Position = { xid: string; id: string }

/** Errors: 400 `cursor.invalid` for what is neither an instant nor a cursor of this feed. */
export const readFeed = async (ctx: Ctx, query: ListQuery, since: string): Promise<Page<Event>> => {
  const set = readable(eventRecords, ctx)
  const scope = { secret: ctx.services.secret, noun: 'events.feed', userId: ctx.actor.userId, filter: query.filter }
  const cursors: CursorScope = { ...scope, search: undefined, sort: [] }
  const limit = query.limit ?? 50
  const literal = LIMITS.find((one) => one >= limit) ?? 200
  // The horizon comes with the rows, and alone where there are none.
  const found = await ctx.db.$queryRaw<RowView[]>`
    with now as materialized (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon)
    select now.horizon::text as "key:horizon", feed.* from now left join lateral (
      select ${selectList(set, set)}, event.xid::text as "key:xid" from ${eventRecords.from}
      where ${whereOf(set, query)} and event.xid < now.horizon and ${after(cursors, since)}
      order by event.xid, event.id limit ${raw(String(literal))}) feed on true
    order by feed."key:xid"::bigint, feed.id`
  const horizon = String(found[0]?.['key:horizon'])
  const rows = found.filter(({ id }) => id !== null)
  const shown = rows.slice(0, limit)
  const present = presenter(set, set)
  const last = shown.at(-1)
  const end =
    last && rows.length >= limit ? { xid: String(last['key:xid']), id: String(last.id) } : { xid: horizon, id: NOTHING }
  return {
    items: await presentEvents(
      ctx,
      shown.map((row) => present(row) as Event),
    ),
    nextCursor: encodeCursor(cursors, [end.xid, end.id]),
  }
}

const after = (cursors: CursorScope, since: string): Sql => {
  if (isInstant(since)) return sql`event.id >= ${firstIdAt(since)}::uuid`
  const { xid, id } = positionOf(cursors, since)
  return sql`(event.xid, event.id) > (${xid}::bigint, ${id}::uuid)`
}

const positionOf = (cursors: CursorScope, since: string): Position => {
  const [xid, id] = decodeCursor(cursors, since)
  return xid && id ? { xid, id } : refuse('cursor.invalid')
}

// Ids carry the millisecond of their birth in front.
const firstIdAt = (instant: string): string => {
  const hex = Math.max(0, Date.parse(instant)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
