/** Tells people in the background what concerns them; their open pages hear of it with the same commit. */
import { noticeKinds } from '@rapport/domain/features/notifications/notice-kinds.ts'
import { systemActor } from '@rapport/domain/access/actor.ts'
import type { Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { tellAgain } from '../../events/record.ts'
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
    const id = (await beginningOf(tx, event)) ?? eventId
    await tellAgain(tx, { id, entity: event.entity, recordId: event.recordId })
  })
}

// That an export has ended is told to auditors alone; that it began, to its owner.
const beginningOf = async ({ db }: Tx, { type, recordId }: { type: string; recordId: string }) =>
  type === 'export.finished'
    ? (await db.job.findUnique({ where: { id: recordId }, select: { eventId: true } }))?.eventId
    : null

export const notificationWorkers: readonly Worker[] = [{ queue: 'notifications.tell', work: tell }]
