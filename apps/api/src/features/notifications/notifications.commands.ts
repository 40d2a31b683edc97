/** Taking notices as read. That somebody reads is told to nobody. */
import type { ReadAll } from '@rapport/domain/features/notifications/notifications.contract.ts'
import type { Notification, UnreadCounts } from '@rapport/domain/features/notifications/notifications.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { openRecord } from '../../records/open.ts'
import { readRecord } from '../../records/find.ts'
import { sameVersion } from '../../records/versions.ts'
import { countUnread } from './notifications.queries.ts'
import { notificationRecords } from './notifications.records.ts'

type Sent = { version?: number | undefined }

/** Errors: 404 for what is somebody else's, or about a record one does not see any more; 428, 412. */
export const markRead = (ctx: Ctx, id: string, sent: Sent, isRead: boolean): Promise<Notification> =>
  transact(ctx, async (tx) => {
    const notice = await openRecord<Notification>(tx, notificationRecords, id)
    sameVersion(tx, notice, sent)
    tx.subject ??= { entity: 'notifications', id }
    const data = { readAt: isRead ? tx.now : null, updatedAt: tx.now, version: { increment: 1 } }
    await tx.db.notification.update({ where: { id }, data, select: { id: true } })
    return readRecord<Notification>(tx, notificationRecords, id)
  })

/** Those of the group, or all; also those about records that went out of sight. */
export const markAllRead = (ctx: Ctx, { group }: ReadAll): Promise<UnreadCounts> =>
  transact(ctx, async (tx) => {
    const where = { userId: tx.actor.userId ?? '', readAt: null, ...(group && { group }) }
    const data = { readAt: tx.now, updatedAt: tx.now, version: { increment: 1 } }
    await tx.db.notification.updateMany({ where, data })
    return (await countUnread(tx)).unread
  })
