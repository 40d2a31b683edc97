/** Tells people in the background what concerns them, as they want to be told; their open pages hear of it with the same commit. */
import { systemActor } from '@rapport/domain/access/actor.ts'
import { noticeKinds } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { deliveryOf } from '@rapport/domain/features/notifications/notice-settings.ts'
import type { Notice } from '@rapport/domain/features/notifications/notifications.rules.ts'
import type { Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { tellPeople } from '../../events/record.ts'
import { jobCtx } from '../../jobs/job-ctx.ts'
import type { Worker } from '../../jobs/worker.ts'
import { keepDigests } from './digests.commands.ts'
import { noticesOf, type Happened } from './notice-facts.queries.ts'
import { settingsOf } from './notice-settings.queries.ts'

const tell: Worker['work'] = async (services, { eventId }, log) => {
  const event = await services.prisma.event.findUnique({ where: { id: eventId } })
  if (!event) return
  const ctx = jobCtx(services, systemActor('UTC'), log, { eventId, depth: event.depth })
  await transact(ctx, async (tx) => {
    const rows = await rowsOf(tx, await noticesOf(tx, event), event)
    if (rows.length === 0) return
    // Worked on again, it finds them there.
    await tx.db.notification.createMany({ data: rows, skipDuplicates: true })
    await keepDigests(
      tx,
      rows.flatMap(({ userId, heldUntil }) => (heldUntil ? [{ userId, heldUntil }] : [])),
    )
    await tellPeople(
      tx,
      rows.map(({ userId }) => userId),
    )
  })
}

const rowsOf = async (tx: Tx, notices: readonly Notice[], event: Happened & { at: Date }) => {
  if (notices.length === 0) return []
  const settings = await settingsOf(
    tx,
    notices.map(({ userId }) => userId),
  )
  return notices.flatMap((notice) => {
    const own = settings.get(notice.userId)
    const delivery = own && deliveryOf(own, notice.kind, tx.now)
    if (!delivery) return []
    const { group } = noticeKinds[notice.kind]
    return [{ ...notice, ...delivery, group, actorId: event.actorId, createdAt: event.at, updatedAt: tx.now }]
  })
}

export const notificationWorkers: readonly Worker[] = [{ queue: 'notifications.tell', isShort: true, work: tell }]
