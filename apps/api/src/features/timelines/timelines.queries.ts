/**
 * One page of a timeline in one statement: of each source as many rows as the page holds, from an index in their order, and
 * the newest of them all. What is beyond the reader's reach is left out before anything is counted or cut.
 */
import type { Activity } from '@rapport/domain/features/activities/activities.ts'
import type { Comment } from '@rapport/domain/features/comments/comments.ts'
import type { Event } from '@rapport/domain/features/events/events.ts'
import type { TimelineNoun } from '@rapport/domain/features/timelines/timeline-kinds.ts'
import type { TimelineQuery } from '@rapport/domain/features/timelines/timelines.contract.ts'
import { toldOf } from '@rapport/domain/features/timelines/timelines.rules.ts'
import type { TimelineEntry } from '@rapport/domain/features/timelines/timelines.ts'
import type { Ctx } from '../../ctx.ts'
import { refuse } from '../../http/problems.ts'
import { recordSets } from '../../records/all.ts'
import { hasRow } from '../../records/from.ts'
import { decodeCursor, encodeCursor, type CursorScope } from '../../records/keyset.ts'
import type { Page } from '../../records/list.ts'
import { readable } from '../../records/readable-set.ts'
import { expressionsOf, join, raw, sql, type RecordSet, type RowView, type Sql } from '../../records/record-set.ts'
import { presenter, selectList } from '../../records/row.ts'
import { selectRows } from '../../records/rows.ts'
import { activityRecords } from '../activities/activities.records.ts'
import { filesBesideActivity } from '../attachments/activity-files.queries.ts'
import { commentRecords } from '../comments/comments.records.ts'
import { presentEvents } from '../events/event-reply.ts'
import { eventRecords } from '../events/events.records.ts'
import { byPerson, byPinned, doneAt, doneFor, saidAbout, saidAt, toldAbout } from './timeline-sources.records.ts'

const USUAL = 30
// A literal, because as a parameter it defeats the prepared plan; one more than the page tells whether it goes on.
const LIMITS = [31, 51, 101]

type Name = 'activity' | 'comment' | 'event'
type Row = { seen: boolean; source: Name | null; at: string; id: string; row: RowView }
/** `beside`: what else is read of each, as columns. */
type Source = { name: Name; set: RecordSet; at: Sql; where: Sql; beside?: Sql }

/** Newest first. Errors: 404 when the record is absent or invisible, 400 `cursor.invalid`. */
export const listTimeline = async (
  ctx: Ctx,
  of: TimelineNoun,
  id: string,
  query: TimelineQuery,
): Promise<Page<TimelineEntry>> => {
  const scope = cursorScope(ctx, of, id, query)
  const asked = query.limit ?? USUAL
  const limit = raw(String(LIMITS.find((literal) => literal > asked) ?? 101))
  const after = query.cursor ? decodeCursor(scope, query.cursor) : null
  const branches = sourcesOf(ctx, of, id, query).map((source) => branch(ctx, source, after, limit))
  const page =
    branches.length === 0 ? nothing : sql`${join(branches, ' union all ')} order by at desc, id desc limit ${limit}`
  const rows = await selectRows<Row>(
    ctx,
    sql`select root.seen, page.source, page.at::text as at, page.id, page.row
      from (select ${isSeen(ctx, of, id)} as seen) root left join lateral (${page}) page on true
      order by page.at desc, page.id desc`,
  )
  if (!rows[0]?.seen) refuse('record.notFound')
  const found = rows.filter(({ source }) => source !== null)
  const shown = found.slice(0, asked)
  const last = found.length > asked ? shown.at(-1) : undefined
  return { items: await entriesOf(ctx, shown), nextCursor: last ? encodeCursor(scope, [last.at, last.id]) : null }
}

const nothing = sql`select null::text as source, null::timestamptz as at, null::uuid as id, null::json as row where false`

const cursorScope = (ctx: Ctx, of: TimelineNoun, id: string, { kinds, by, pinned }: TimelineQuery): CursorScope => ({
  secret: ctx.services.secret,
  noun: `timelines.${of}`,
  userId: ctx.actor.userId,
  filter: { id, kinds: kinds ?? null, by: by ?? null, pinned: pinned ?? null },
  search: undefined,
  sort: [],
})

const isSeen = (ctx: Ctx, of: TimelineNoun, id: string): Sql => {
  const set = recordSets()[of] ?? refuse('record.notFound')
  const own = expressionsOf(set, ctx)('id')
  return hasRow(set, sql`${own} = ${id}::uuid and ${set.visibleTo(ctx.actor, true)}`)
}

const sourcesOf = (ctx: Ctx, of: TimelineNoun, id: string, { kinds, by, pinned }: TimelineQuery): Source[] => {
  const told = toldOf(ctx.actor, of, { kinds, byPerson: by !== undefined, pinned })
  const done = doneFor(of, id, told)
  const said = saidAbout(of, id, told)
  const events = toldAbout(ctx.actor, of, id, told)
  const visible = ({ visibleTo }: RecordSet) => visibleTo(ctx.actor, true)
  const person = byPerson(by)
  return [
    ...(done
      ? [
          {
            name: 'activity',
            set: activityRecords,
            at: doneAt,
            where: sql`${done}${byPinned(ctx.actor, pinned)}${person.activity} and ${visible(activityRecords)}`,
            beside: sql`, ${filesBesideActivity(ctx).value} as ":files"`,
          } as const,
        ]
      : []),
    ...(said
      ? [
          {
            name: 'comment',
            set: commentRecords,
            at: saidAt,
            where: sql`${said}${person.comment} and ${visible(commentRecords)}`,
          } as const,
        ]
      : []),
    ...(events
      ? [{ name: 'event', set: eventRecords, at: sql`event.at`, where: sql`${events}${person.event}` } as const]
      : []),
  ]
}

// Nothing is read for who does not see the record, so that time does not tell him how much there is.
const branch = (
  ctx: Ctx,
  { name, set, at, where, beside = sql`` }: Source,
  after: (string | null)[] | null,
  limit: Sql,
): Sql => {
  const view = readable(set, ctx)
  const id = view.expression('id')
  const beyond = after ? sql` and (${at}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  return sql`(select ${name} as source, one.":at" as at, one.id, to_json(one) as row from (
      select ${selectList(view, view)}, ${at} as ":at"${beside} from ${set.from}
      where root.seen and ${where}${beyond} order by ${at} desc, ${id} desc limit ${limit}) one)`
}

const entriesOf = async (ctx: Ctx, rows: readonly Row[]): Promise<TimelineEntry[]> => {
  const presenterOf = (set: RecordSet) => {
    const view = readable(set, ctx)
    return presenter(view, view)
  }
  const [activityOf, commentOf] = [presenterOf(activityRecords), presenterOf(commentRecords)]
  const eventOf = presenterOf(eventRecords)
  const raw = rows.flatMap(({ source, row }) => (source === 'event' ? [eventOf(row) as Event] : []))
  const events = new Map((await presentEvents(ctx, raw)).map((event) => [event.id, event]))
  const filesOf = filesBesideActivity(ctx).present
  return rows.map(({ source, at, id, row }) => {
    const event = events.get(id)
    const files = source === 'activity' ? filesOf(row[':files']) : undefined
    return {
      id,
      at: new Date(at).toISOString(),
      ...(source === 'activity' && { activity: activityOf(row) as Activity }),
      ...(files && { files }),
      ...(source === 'comment' && { comment: commentOf(row) as Comment }),
      ...(event && { event }),
    }
  })
}
