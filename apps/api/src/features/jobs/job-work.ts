/** The work of a job in the background, with the rights its owner has while it is done. */
import { may, systemActor } from '@rapport/domain/access/actor.ts'
import type { Permission } from '@rapport/domain/access/permissions.ts'
import type { EventType } from '@rapport/domain/events.ts'
import type { JobState } from '@rapport/domain/features/jobs/job-choices.ts'
import { loadActor } from '../../access/actor.queries.ts'
import type { Ctx, Log, Services } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { findTrouble } from '../../db/trouble.ts'
import { Refusal } from '../../http/problems.ts'
import { jobCtx } from '../../jobs/job-ctx.ts'
import type { JobData, Worker } from '../../jobs/worker.ts'
import { endJob } from './jobs.commands.ts'
import { loadJob, lockJob, type StoredJob } from './jobs.queries.ts'

type How = {
  state: JobState
  /** What its owner must still be allowed to. */
  right: (job: StoredJob) => Permission
  failed: EventType
  work: (ctx: Ctx, job: StoredJob) => Promise<void>
}

/** Does the work of the job the event is about, if it still is in this state. */
export const onJob =
  ({ state, right, failed, work }: How): Worker['work'] =>
  async (services: Services, { eventId }: JobData, log: Log): Promise<void> => {
    const select = { recordId: true, depth: true }
    const event = await services.prisma.event.findUnique({ where: { id: eventId }, select })
    const job = event && (await loadJob(services.prisma, event.recordId))
    if (job?.state !== state) return
    const actor = await loadActor(services, job.ownerId, job.apiKeyId)
    const cause = { eventId, depth: event?.depth ?? 0 }
    const giveUp = (ctx: Ctx, code: string) =>
      transact(ctx, async (tx) => {
        const stored = await lockJob(tx, job.id, state)
        if (stored) await endJob(tx, stored, { state: 'failed', type: failed, data: { error: code } })
      })
    if (!actor || !may(actor, right(job)))
      return giveUp(jobCtx(services, systemActor('UTC'), log, cause), 'job.ownerGone')
    const ctx = jobCtx(services, actor, log, cause)
    try {
      await work(ctx, job)
    } catch (error) {
      // What passes by itself is tried again by the queue; what would fail again ends the job.
      if (findTrouble(error) || (error instanceof Refusal && error.status === 503)) throw error
      log.error({ err: error, job: job.id }, 'a job failed')
      await giveUp(ctx, error instanceof Refusal ? error.code : 'internal')
    }
  }

/** A killed server must not use up the tries of long work: only the work itself ends it. */
export const patient = { retryLimit: 1_000, retryBackoff: false, expireInSeconds: 86_000 }
