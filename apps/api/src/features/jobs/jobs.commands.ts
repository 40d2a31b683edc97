/** The life of a job: asked for, stopped, taken back, ended. What it does is the business of the room that made it. */
import type { EventType } from '@rapport/domain/events.ts'
import type { JobState } from '@rapport/domain/features/jobs/job-choices.ts'
import type { Job } from '@rapport/domain/features/jobs/jobs.ts'
import type { Prisma } from '@rapport/prisma'
import type { Ctx, Tx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { record, tellAgain } from '../../events/record.ts'
import { refuse } from '../../http/problems.ts'
import { openRecord } from '../../records/open.ts'
import { sameVersion, stamp } from '../../records/versions.ts'
import { readJob, type StoredJob } from './jobs.queries.ts'
import { jobRecords } from './jobs.records.ts'

type Asked = Pick<Prisma.JobUncheckedCreateInput, 'kind' | 'entity' | 'action' | 'title' | 'spec'>

/** A job of the caller's own, without its rows; `beginJob` sets it going. Returns its id. */
export const makeJob = async (tx: Tx, asked: Asked): Promise<string> => {
  const by = tx.actor.userId ?? ''
  const stamps = { createdAt: tx.now, createdById: by, updatedAt: tx.now, updatedById: by }
  const data = { ...asked, ownerId: by, apiKeyId: tx.actor.apiKeyId ?? null, ...stamps }
  return (await tx.db.job.create({ data, select: { id: true } })).id
}

/** Tells of it, and by that puts its work into the queue. */
export const beginJob = async (tx: Tx, id: string, title: string, type: EventType, total: number): Promise<Job> => {
  const eventId = await record(tx, { type, subject: id, title, version: 1, data: { total } })
  await tx.db.job.update({ where: { id }, data: { eventId, total }, select: { id: true } })
  return readJob(tx, id)
}

type Sent = { version?: number | undefined }

/** Errors: 404, 428, 412, 409 `job.state` when it is over already. */
export const cancelJob = (ctx: Ctx, id: string, sent: Sent): Promise<Job> =>
  transact(ctx, async (tx) => {
    const job = await openRecord<Job>(tx, jobRecords, id)
    sameVersion(tx, job, sent)
    if (!job.can.cancel) refuse('job.state')
    const data = { state: 'cancelled', finishedAt: tx.now, ...stamp(tx) }
    await tx.db.job.update({ where: { id }, data, select: { id: true } })
    await record(tx, { type: 'job.cancelled', subject: id, title: job.title, version: job.version + 1 })
    return readJob(tx, id)
  })

/** Errors: 404, 428, 412, 409 `job.state` for what is not over, did nothing, or ended more than a day ago. */
export const startUndo = (ctx: Ctx, id: string, sent: Sent): Promise<Job> =>
  transact(ctx, async (tx) => {
    const job = await openRecord<Job>(tx, jobRecords, id)
    sameVersion(tx, job, sent)
    if (!job.can.undo) refuse('job.state')
    const { title } = job
    const eventId = await record(tx, { type: 'job.undoStarted', subject: id, title, version: job.version + 1 })
    const rows = await tx.db.jobRow.aggregate({ where: { jobId: id }, _max: { rowNo: true } })
    const cursor = (rows._max.rowNo ?? 0) + 1
    const data = { state: 'undoing', cursor, eventId, undone: 0, kept: 0, ...stamp(tx) }
    await tx.db.job.update({ where: { id }, data, select: { id: true } })
    return readJob(tx, id)
  })

type Counts = Partial<Record<'changed' | 'unchanged' | 'failed' | 'undone' | 'kept', number>>

/** How far the work has come, told to open streams with the transaction that did it. */
export const moveOn = async (tx: Tx, job: StoredJob, cursor: number, more: Counts): Promise<void> => {
  const counts = Object.fromEntries(Object.entries(more).map(([name, count]) => [name, { increment: count }]))
  await tx.db.job.update({ where: { id: job.id }, data: { cursor, ...counts }, select: { id: true } })
  if (job.eventId) await tellAgain(tx, { id: job.eventId, entity: 'jobs', recordId: job.id })
}

type End = { state: JobState; type: EventType; data?: Partial<Prisma.JobUncheckedUpdateInput>; told?: object }

/** The job ends in this state, and everybody whom it concerns hears of it. */
export const endJob = async (tx: Tx, job: StoredJob, { state, type, data, told }: End): Promise<void> => {
  const ending = { state, finishedAt: tx.now, ...data, ...stamp(tx) }
  await tx.db.job.update({ where: { id: job.id }, data: ending, select: { id: true } })
  const about = { subject: job.id, title: job.title, version: job.version + 1 }
  await record(tx, { type, ...about, ...(told && { data: { ...told } }) })
}
