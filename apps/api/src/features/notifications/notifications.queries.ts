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
  return { ...page, unread: await countUnread(ctx) }
}

/** Of each group, as far as its records are visible now. */
export const countUnread = async (ctx: Ctx | Tx): Promise<UnreadCounts> => {
  const rows = await selectRows<{ group: keyof UnreadCounts; count: number }>(
    ctx,
    sql`select "group", count(*)::int as count from (
      select notification."group" from ${notificationRecords.from}
      where notification."readAt" is null and notification."userId" = ${ctx.actor.userId}::uuid and ${notificationRecords.visibleTo(ctx.actor)}
      limit ${raw(String(MOST))}) one group by "group"`,
  )
  const none: UnreadCounts = { todo: 0, mention: 0, system: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ group, count }) => [group, count])) }
}
