/** Notices as their reader has them, with how much of it is unread. */
import type { ListQuery } from '@rapport/domain/contract/page.ts'
import type { Notification, UnreadCounts } from '@rapport/domain/features/notifications/notifications.ts'
import type { Ctx, Tx } from '../../ctx.ts'
import { listRecords } from '../../records/list.ts'
import { raw, sql } from '../../records/record-set.ts'
import { selectRows } from '../../records/rows.ts'
import { notificationRecords } from './notifications.records.ts'

// More than that is many.
const MOST = 1_000

export const listNotifications = async (ctx: Ctx, query: ListQuery) => {
  const page = await listRecords<Notification>(ctx, notificationRecords, query)
  return { ...page, ...(await countUnread(ctx)) }
}

type Counted = { unread: UnreadCounts; heldUntil: string | null }

/** Of each group what disturbs, as far as its records are visible now; and when what quiet hours hold back will be counted. */
export const countUnread = async (ctx: Ctx | Tx): Promise<Counted> => {
  const mine = sql`notification."userId" = ${ctx.actor.userId}::uuid`
  const rows = await selectRows<{ group: keyof UnreadCounts | null; count: number; heldUntil: Date | null }>(
    ctx,
    sql`select "group", count(*)::int as count, null::timestamptz as "heldUntil" from (
        select notification."group" from ${notificationRecords.from}
        where notification."readAt" is null and ${mine} and notification.live
          and (notification."heldUntil" is null or notification."heldUntil" <= now()) and ${notificationRecords.visibleTo(ctx.actor)}
        limit ${raw(String(MOST))}) one group by "group"
      union all select null, 0, min(notification."heldUntil") from notifications notification
        where ${mine} and notification."heldUntil" > now()`,
  )
  const unread: UnreadCounts = { todo: 0, mention: 0, system: 0 }
  for (const { group, count } of rows) if (group) unread[group] = count
  const held = rows.find(({ heldUntil }) => heldUntil !== null)?.heldUntil
  return { unread, heldUntil: held ? new Date(held).toISOString() : null }
}
