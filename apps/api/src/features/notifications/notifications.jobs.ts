/** Tells people in the background what concerns them; their open pages hear of it with the same commit. */
import { noticeKinds } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { systemActor } from '@rapport/domain/access/actor.ts'
import { transact } from '../../db/transact.ts'
import { tellPeople } from '../../events/record.ts'
import { jobCtx } from '../../jobs/job-ctx.ts'
import type { Worker } from '../../jobs/worker.ts'
import { noticesOf } from './notice-facts.queries.ts'

const tell: Worker['work'] = async (services, { eventId }, log) => {
  const event = await services.prisma.event.findUnique({ where: { id: eventId } })
  if (!event) return
  const ctx = jobCtx(services, systemActor('UTC'), log, { eventId, depth: event.depth })
  await transact(ctx, async (tx) => {
    const notices = await noticesOf(tx, event)
    const active = await tx.db.user.findMany({
      where: { id: { in: notices.map(({ userId }) => userId) }, status: 'active' },
      select: { id: true },
    })
    const data = notices
      .filter(({ userId }) => active.some(({ id }) => id === userId))
      .map((notice) => ({
        ...notice,
        group: noticeKinds[notice.kind].group,
        actorId: event.actorId,
        createdAt: event.at,
        updatedAt: tx.now,
      }))
    if (data.length === 0) return
    // Worked on again, it finds them there.
    await tx.db.notification.createMany({ data, skipDuplicates: true })
    await tellPeople(
      tx,
      data.map(({ userId }) => userId),
    )
  })
}

export const notificationWorkers: readonly Worker[] = [{ queue: 'notifications.tell', work: tell }]
